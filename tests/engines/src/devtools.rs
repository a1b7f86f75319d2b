//! Steering a Chromium of any age by its own protocol, as far as these tests need
//! it: <https://chromedevtools.github.io/devtools-protocol/>.

use std::collections::HashMap;
use std::fs;
use std::path::PathBuf;
use std::process::{Child, Command, Stdio};
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use anyhow::{Context as _, Result, bail, ensure};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use futures_util::{SinkExt as _, StreamExt as _};
use gouji_site_server::target_folder;
use serde_json::{Value, json};
use tokio::sync::{mpsc, oneshot};
use tokio::task::JoinHandle;
use tokio_tungstenite::connect_async;
use tokio_tungstenite::tungstenite::Message;

use crate::Engine;

/// How long an engine may take to start, and to answer. It may have to wait for
/// others on a busy machine.
const PATIENCE: Duration = Duration::from_mins(1);

/// How long it may take to open its window, and how often it is started anew where
/// it does not: those of old sometimes hang.
const PATIENCE_WITH_A_WINDOW: Duration = Duration::from_secs(25);
const STARTS: usize = 4;

/// How often it is looked at.
const PAUSE: Duration = Duration::from_millis(30);

/// The engines do without any host but this machine. Those of old were built to
/// run without a screen in one process.
const ARGUMENTS: [&str; 10] = [
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-dev-shm-usage",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-sync",
    "--remote-debugging-port=0",
    "--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE 127.0.0.1",
    "--window-size=1280,900",
];
const ARGUMENTS_OF_OLD: [&str; 2] = ["--single-process", "--no-zygote"];

/// How many were started: each has a folder of its own.
static STARTED: AtomicU64 = AtomicU64::new(0);

/// A running engine.
pub struct Devtools {
    process: Child,
    folder: PathBuf,
    line: Line,
}

/// The window of it.
pub struct Window {
    line: Line,
    session: String,
    heard: Arc<Mutex<Heard>>,
}

/// What a window tells of its own accord.
#[derive(Default)]
struct Heard {
    loaded: bool,
    problems: Vec<String>,
    asked: Vec<String>,
}

/// The line to the engine, on which questions of all windows are asked.
#[derive(Clone)]
struct Line {
    number: Arc<AtomicU64>,
    outgoing: mpsc::UnboundedSender<Message>,
    waiting: Arc<Mutex<HashMap<u64, oneshot::Sender<Value>>>>,
    windows: Arc<Mutex<HashMap<String, Arc<Mutex<Heard>>>>>,
    task: Arc<JoinHandle<()>>,
}

impl Devtools {
    /// Starts an engine and opens its window.
    pub async fn start(engine: Engine) -> Result<(Self, Window)> {
        for _ in 1..STARTS {
            let started = Self::launch(engine).await?;
            if let Ok(Ok(window)) = tokio::time::timeout(PATIENCE_WITH_A_WINDOW, started.window()).await {
                return Ok((started, window));
            }
        }
        let started = Self::launch(engine).await?;
        let window = started.window().await?;
        Ok((started, window))
    }

    async fn launch(engine: Engine) -> Result<Self> {
        let (program, libraries) = engine
            .program()
            .with_context(|| format!("{engine} is not there; `cargo xtask test` fetches it"))?;
        let number = STARTED.fetch_add(1, Ordering::Relaxed);
        let folder =
            target_folder().join("engines").join(format!("{engine}-{}-{number}", std::process::id()));
        fs::create_dir_all(&folder)?;
        let log = fs::File::create(folder.join("log.txt"))?;
        let mut command = Command::new(program);
        command.args(ARGUMENTS).arg(format!("--user-data-dir={}", folder.display())).arg("about:blank");
        if let Some(libraries) = libraries {
            command.args(ARGUMENTS_OF_OLD).env("LD_LIBRARY_PATH", libraries);
        }
        let process = command.stdin(Stdio::null()).stdout(log.try_clone()?).stderr(log).spawn()?;
        let port = folder.join("DevToolsActivePort");
        let address = tokio::time::timeout(PATIENCE, async {
            loop {
                if let Some(address) = fs::read_to_string(&port).ok().as_deref().and_then(address_in) {
                    return address;
                }
                tokio::time::sleep(PAUSE).await;
            }
        });
        let address = address.await.with_context(|| format!("{engine} did not start"))?;
        Ok(Self { process, folder, line: Line::open(&address).await? })
    }

    async fn window(&self) -> Result<Window> {
        let line = self.line.clone();
        let there = line.ask(None, "Target.getTargets", json!({})).await?;
        let targets = there["targetInfos"].as_array().map_or(&[][..], Vec::as_slice);
        let page = targets.iter().find(|target| target["type"] == "page");
        let target = text_at(page.context("the engine has no window")?, "targetId")?;
        let attached = json!({ "targetId": target, "flatten": true });
        let session = text_at(&line.ask(None, "Target.attachToTarget", attached).await?, "sessionId")?;
        let heard = Arc::new(Mutex::new(Heard::default()));
        locked(&line.windows).insert(session.clone(), Arc::clone(&heard));
        let window = Window { line, session, heard };
        for domain in ["Page", "Runtime", "Network", "Log"] {
            window.ask(&format!("{domain}.enable"), json!({})).await?;
        }
        Ok(window)
    }
}

impl Drop for Devtools {
    fn drop(&mut self) {
        self.line.task.abort();
        // A process that has ended already cannot be ended.
        let _ended = self.process.kill();
        let _left = self.process.wait();
        let _kept = fs::remove_dir_all(&self.folder);
    }
}

impl Window {
    /// Opens an address, and waits until it is loaded.
    pub async fn open(&self, address: &str) -> Result<()> {
        locked(&self.heard).loaded = false;
        let opened = self.ask("Page.navigate", json!({ "url": address })).await?;
        if let Some(error) = opened.get("errorText").and_then(Value::as_str) {
            bail!("{address} could not be opened: {error}");
        }
        let loaded = async {
            while !locked(&self.heard).loaded {
                tokio::time::sleep(PAUSE).await;
            }
        };
        tokio::time::timeout(PATIENCE, loaded).await.with_context(|| format!("{address} does not load"))
    }

    /// What an expression has as its value, or promises.
    pub async fn evaluate(&self, expression: &str) -> Result<Value> {
        let asked = json!({ "expression": expression, "awaitPromise": true, "returnByValue": true });
        let answer = self.ask("Runtime.evaluate", asked).await?;
        if let Some(details) = answer.get("exceptionDetails") {
            let said = details.pointer("/exception/description").or_else(|| details.get("text"));
            bail!("a script failed in the page: {}", said.and_then(Value::as_str).unwrap_or_default());
        }
        Ok(answer.pointer("/result/value").cloned().unwrap_or(Value::Null))
    }

    /// A picture of what is seen, as PNG.
    pub async fn picture(&self) -> Result<Vec<u8>> {
        let answer = self.ask("Page.captureScreenshot", json!({ "format": "png" })).await?;
        Ok(STANDARD.decode(text_at(&answer, "data")?)?)
    }

    /// Makes the window this large, in pixels.
    pub async fn set_size(&self, width: u32, height: u32) -> Result<()> {
        let size = json!({ "width": width, "height": height, "deviceScaleFactor": 1, "mobile": false });
        self.ask("Emulation.setDeviceMetricsOverride", size).await?;
        Ok(())
    }

    /// Takes the network away from the window, or gives it back.
    pub async fn set_offline(&self, offline: bool) -> Result<()> {
        let asked =
            json!({ "offline": offline, "latency": 0, "downloadThroughput": -1, "uploadThroughput": -1 });
        self.ask("Network.emulateNetworkConditions", asked).await?;
        Ok(())
    }

    /// Has a script run in every document before its own.
    pub async fn run_first(&self, script: &str) -> Result<()> {
        self.ask("Page.addScriptToEvaluateOnNewDocument", json!({ "source": script })).await?;
        Ok(())
    }

    /// Errors that nobody caught, and what the engine logged as one, since the
    /// window was opened.
    pub fn problems(&self) -> Vec<String> {
        locked(&self.heard).problems.clone()
    }

    /// The addresses that the window asked for, in order.
    pub fn asked(&self) -> Vec<String> {
        locked(&self.heard).asked.clone()
    }

    async fn ask(&self, method: &str, parameters: Value) -> Result<Value> {
        self.line.ask(Some(&self.session), method, parameters).await
    }
}

impl Line {
    async fn open(address: &str) -> Result<Self> {
        let (socket, _) = connect_async(address).await.context("the engine does not listen")?;
        let (mut writer, mut reader) = socket.split();
        let (outgoing, mut to_send) = mpsc::unbounded_channel();
        let waiting = Arc::new(Mutex::new(HashMap::new()));
        let windows = Arc::new(Mutex::new(HashMap::new()));
        let task = {
            let (waiting, windows) = (Arc::clone(&waiting), Arc::clone(&windows));
            tokio::spawn(async move {
                loop {
                    tokio::select! {
                        message = to_send.recv() => {
                            let Some(message) = message else { return };
                            if writer.send(message).await.is_err() {
                                return;
                            }
                        }
                        message = reader.next() => {
                            let Some(Ok(message)) = message else { return };
                            if let Message::Text(text) = message {
                                hear(text.as_str(), &waiting, &windows);
                            }
                        }
                    }
                }
            })
        };
        Ok(Self { number: Arc::default(), outgoing, waiting, windows, task: Arc::new(task) })
    }

    async fn ask(&self, session: Option<&str>, method: &str, parameters: Value) -> Result<Value> {
        let number = self.number.fetch_add(1, Ordering::Relaxed) + 1;
        let mut question = json!({ "id": number, "method": method, "params": parameters });
        if let Some(session) = session {
            question["sessionId"] = json!(session);
        }
        let (answered, answer) = oneshot::channel();
        locked(&self.waiting).insert(number, answered);
        self.outgoing.send(Message::text(question.to_string())).context("the engine is gone")?;
        let mut answer = tokio::time::timeout(PATIENCE, answer)
            .await
            .with_context(|| format!("{method} was not answered"))?
            .with_context(|| format!("the engine is gone; it was asked {method}"))?;
        let error = answer.pointer("/error/message").and_then(Value::as_str);
        ensure!(error.is_none(), "{method}: {}", error.unwrap_or_default());
        Ok(answer["result"].take())
    }
}

/// Puts what the engine says where it belongs.
fn hear(
    text: &str,
    waiting: &Mutex<HashMap<u64, oneshot::Sender<Value>>>,
    windows: &Mutex<HashMap<String, Arc<Mutex<Heard>>>>,
) {
    let Ok(said) = serde_json::from_str::<Value>(text) else { return };
    if let Some(number) = said["id"].as_u64() {
        if let Some(waiting) = locked(waiting).remove(&number) {
            // Whoever asked may have given up.
            let _heard = waiting.send(said);
        }
        return;
    }
    let window = said["sessionId"].as_str().and_then(|session| locked(windows).get(session).cloned());
    let Some(window) = window else { return };
    let mut heard = locked(&window);
    let text = |path: &str| said.pointer(path).and_then(Value::as_str).unwrap_or_default().to_owned();
    match said["method"].as_str().unwrap_or_default() {
        "Page.loadEventFired" => heard.loaded = true,
        "Network.requestWillBeSent" => heard.asked.push(text("/params/request/url")),
        "Runtime.exceptionThrown" => {
            let described = text("/params/exceptionDetails/exception/description");
            heard.problems.push(format!("uncaught: {described}{}", text("/params/exceptionDetails/text")));
        }
        "Runtime.consoleAPICalled" if text("/params/type") == "error" => {
            heard.problems.push(format!("console.error: {}", text("/params/args/0/value")));
        }
        "Log.entryAdded" if text("/params/entry/level") == "error" => {
            heard.problems.push(format!("{} {}", text("/params/entry/text"), text("/params/entry/url")));
        }
        _ => {}
    }
}

/// The address of the engine's line, from the file it writes when it listens.
fn address_in(port_file: &str) -> Option<String> {
    let (port, path) = port_file.split_once('\n')?;
    let path = path.trim();
    (!path.is_empty()).then(|| format!("ws://127.0.0.1:{}{path}", port.trim()))
}

fn text_at(answer: &Value, name: &str) -> Result<String> {
    Ok(answer[name].as_str().with_context(|| format!("the engine names no {name}"))?.to_owned())
}

fn locked<T>(shared: &Mutex<T>) -> MutexGuard<'_, T> {
    shared.lock().unwrap_or_else(PoisonError::into_inner)
}
