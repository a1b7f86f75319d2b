//! The server of one test: the built site as people get it, with single files
//! replaced where the test says so, and a list of what was asked for.

use std::collections::HashMap;
use std::net::{Ipv4Addr, SocketAddr};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use anyhow::{Context as _, Result, bail};
use gouji_site_server::axum::body::{Body, to_bytes};
use gouji_site_server::axum::extract::{Request, State};
use gouji_site_server::axum::http::{StatusCode, header};
use gouji_site_server::axum::middleware::{Next, from_fn_with_state};
use gouji_site_server::axum::response::{IntoResponse as _, Response};
use gouji_site_server::{axum, files, package_folder, site_folder, with_headers, workspace};
use tokio::net::TcpListener;
use tokio::task::JoinHandle;

/// The largest page the harness reads whole to put its script in.
const LARGEST_PAGE: usize = 1 << 20;

/// One request that the page made.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Asked {
    /// The path, for example `/gouji.js`.
    pub path: String,
    /// The status of the answer.
    pub status: u16,
}

/// What a test has the server answer in place of a file.
#[derive(Clone, Debug)]
pub struct Answer {
    /// The status; 200 unless told otherwise.
    pub status: u16,
    /// The content type, for example `text/javascript`.
    pub content_type: &'static str,
    /// The body.
    pub body: Vec<u8>,
    /// How long to wait before answering.
    pub delay: Duration,
}

impl Answer {
    /// A script in place of the real one.
    pub fn script(source: impl Into<String>) -> Self {
        Self {
            status: 200,
            content_type: "text/javascript",
            body: source.into().into_bytes(),
            delay: Duration::ZERO,
        }
    }

    /// An error of the server.
    pub fn failure(status: u16) -> Self {
        Self { status, content_type: "text/plain", body: Vec::new(), delay: Duration::ZERO }
    }

    /// The same, later.
    #[must_use]
    pub fn after(self, delay: Duration) -> Self {
        Self { delay, ..self }
    }
}

#[derive(Default)]
struct Shared {
    replaced: HashMap<String, Answer>,
    asked: Vec<Asked>,
}

/// The server of one test.
pub(crate) struct Server {
    address: SocketAddr,
    shared: Arc<Mutex<Shared>>,
    task: JoinHandle<()>,
}

impl Server {
    pub(crate) async fn start() -> Result<Self> {
        for (folder, what) in [(site_folder(), "the page"), (package_folder(), "the JavaScript package")] {
            if !folder.is_dir() {
                bail!("{what} is not built; run `cargo xtask build`");
            }
        }
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).await.context("no port is free")?;
        let address = listener.local_addr()?;
        let shared = Arc::new(Mutex::new(Shared::default()));
        let own = workspace().join("tests/browser/harness");
        let site = files(&site_folder())
            .nest_service("/pkg", files(&package_folder()))
            .layer(from_fn_with_state(Arc::clone(&shared), answer));
        // What the harness does in its own pages is none of the site's policy.
        let site = with_headers(site).nest_service("/harness", files(&own));
        let task = tokio::spawn(async move {
            // It ends with the test, whose page says what is wrong.
            let _ended = axum::serve(listener, site).await;
        });
        Ok(Self { address, shared, task })
    }

    pub(crate) fn url(&self, path: &str) -> String {
        format!("http://{}/{}", self.address, path.trim_start_matches('/'))
    }

    pub(crate) fn replace(&self, path: &str, answer: Answer) {
        locked(&self.shared).replaced.insert(normal(path), answer);
    }

    pub(crate) fn restore(&self, path: &str) {
        locked(&self.shared).replaced.remove(&normal(path));
    }

    pub(crate) fn asked(&self) -> Vec<Asked> {
        locked(&self.shared).asked.clone()
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        self.task.abort();
    }
}

fn normal(path: &str) -> String {
    format!("/{}", path.trim_start_matches('/'))
}

fn locked(shared: &Mutex<Shared>) -> MutexGuard<'_, Shared> {
    shared.lock().unwrap_or_else(PoisonError::into_inner)
}

async fn answer(State(shared): State<Arc<Mutex<Shared>>>, request: Request, next: Next) -> Response {
    let path = request.uri().path().to_owned();
    let replaced = locked(&shared).replaced.get(&path).cloned();
    let response = match replaced {
        Some(answer) => {
            tokio::time::sleep(answer.delay).await;
            let status = StatusCode::from_u16(answer.status).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
            (status, [(header::CONTENT_TYPE, answer.content_type)], answer.body).into_response()
        }
        None => with_recorder(next.run(request).await).await,
    };
    locked(&shared).asked.push(Asked { path, status: response.status().as_u16() });
    response
}

/// Puts the script that keeps errors before all others of a page, where the server
/// has the harness's own files.
pub async fn with_recorder(response: Response) -> Response {
    let is_page = response
        .headers()
        .get(header::CONTENT_TYPE)
        .is_some_and(|kind| kind.to_str().is_ok_and(|kind| kind.starts_with("text/html")));
    if !is_page || response.status() != StatusCode::OK {
        return response;
    }
    let (mut parts, body) = response.into_parts();
    let Ok(body) = to_bytes(body, LARGEST_PAGE).await else {
        return StatusCode::PAYLOAD_TOO_LARGE.into_response();
    };
    let page = String::from_utf8_lossy(&body);
    let script = "<script src=\"/harness/record.js\"></script>";
    let place =
        page.find("<head>").map_or_else(|| page.find("<meta").unwrap_or(0), |head| head + "<head>".len());
    let page = format!("{}{script}{}", &page[..place], &page[place..]);
    parts.headers.remove(header::CONTENT_LENGTH);
    Response::from_parts(parts, Body::from(page))
}
