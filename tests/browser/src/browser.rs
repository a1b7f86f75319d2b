//! Starting a browser and the driver that steers it.

use std::fmt;
use std::fs::{self, File};
use std::net::{Ipv4Addr, TcpListener, TcpStream};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use anyhow::{Context as _, Result, bail};
use gouji_site_server::{find_program, target_folder};
use thirtyfour::common::capabilities::firefox::FirefoxPreferences;
use thirtyfour::{Capabilities, ChromiumLikeCapabilities as _, DesiredCapabilities, WebDriver};

/// How long a driver may take to answer its port.
const DRIVER_DEADLINE: Duration = Duration::from_secs(20);

/// A browser the tests run in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Browser {
    /// Chromium, by chromedriver.
    Chromium,
    /// Firefox ESR, by geckodriver.
    Firefox,
}

impl Browser {
    /// All of them.
    pub const ALL: [Self; 2] = [Self::Chromium, Self::Firefox];

    fn driver(self) -> &'static str {
        match self {
            Self::Chromium => "chromedriver",
            Self::Firefox => "geckodriver",
        }
    }

    /// The site must do without any other host: in neither browser does a name
    /// or address other than this machine's lead anywhere.
    fn capabilities(self) -> Result<Capabilities> {
        match self {
            Self::Chromium => {
                let mut capabilities = DesiredCapabilities::chrome();
                for argument in [
                    "--headless",
                    "--no-sandbox",
                    "--disable-gpu",
                    "--disable-dev-shm-usage",
                    "--disable-quic",
                    "--no-first-run",
                    "--disable-background-networking",
                    "--disable-component-update",
                    "--disable-sync",
                    "--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE 127.0.0.1",
                ] {
                    capabilities.add_arg(argument)?;
                }
                Ok(capabilities.into())
            }
            Self::Firefox => {
                let mut preferences = FirefoxPreferences::new();
                // Nothing listens at the discard port.
                preferences.set("network.proxy.type", 1)?;
                for protocol in ["http", "ssl", "socks"] {
                    preferences.set(&format!("network.proxy.{protocol}"), "127.0.0.1")?;
                    preferences.set(&format!("network.proxy.{protocol}_port"), 9)?;
                }
                preferences.set("network.proxy.no_proxies_on", "127.0.0.1")?;
                // Windows of a browser without a screen are never in front, and
                // without this an element in them gets no focus.
                preferences.set("focusmanager.testmode", true)?;
                let mut capabilities = DesiredCapabilities::firefox();
                capabilities.add_arg("-headless")?;
                capabilities.set_preferences(preferences)?;
                Ok(capabilities.into())
            }
        }
    }
}

impl fmt::Display for Browser {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(match self {
            Self::Chromium => "chromium",
            Self::Firefox => "firefox",
        })
    }
}

/// A running browser and the driver that steers it.
pub(crate) struct Session {
    pub(crate) driver: WebDriver,
    process: DriverProcess,
}

impl Session {
    pub(crate) async fn start(browser: Browser) -> Result<Self> {
        let name = browser.driver();
        let process = DriverProcess::start(name).await?;
        let driver = WebDriver::new(format!("http://127.0.0.1:{}", process.port), browser.capabilities()?)
            .await
            .with_context(|| {
                format!("{name} does not start {browser}; `cargo xtask test` installs it or says how")
            })?;
        driver.set_script_timeout(Duration::from_mins(1)).await?;
        Ok(Self { driver, process })
    }

    pub(crate) async fn stop(self) {
        // A browser that has crashed cannot be asked to leave; its driver can
        // still be ended.
        let _left = self.driver.quit().await;
        drop(self.process);
    }
}

/// A driver, ended when this is dropped.
struct DriverProcess {
    process: Child,
    port: u16,
}

impl DriverProcess {
    async fn start(name: &str) -> Result<Self> {
        let program = find_program(name).with_context(|| {
            format!("{name} is not installed; `cargo xtask test` installs it or says how")
        })?;
        let port =
            TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).context("no port is free")?.local_addr()?.port();
        let log = driver_log(name)?;
        let process = Command::new(program)
            .arg(format!("--port={port}"))
            .stdin(Stdio::null())
            .stdout(log.try_clone()?)
            .stderr(log)
            .spawn()
            .with_context(|| format!("{name} could not be started"))?;
        let driver = Self { process, port };
        let deadline = Instant::now() + DRIVER_DEADLINE;
        while TcpStream::connect((Ipv4Addr::LOCALHOST, port)).is_err() {
            if Instant::now() > deadline {
                bail!("{name} did not answer within {} seconds", DRIVER_DEADLINE.as_secs());
            }
            tokio::time::sleep(Duration::from_millis(20)).await;
        }
        Ok(driver)
    }
}

impl Drop for DriverProcess {
    fn drop(&mut self) {
        // It may have ended by itself, and then there is nothing to end.
        let _ended = self.process.kill();
        let _ended = self.process.wait();
    }
}

/// What a driver prints, for the time when it does not start.
fn driver_log(name: &str) -> Result<File> {
    let folder = target_folder().join("browser-logs");
    fs::create_dir_all(&folder).with_context(|| format!("{} could not be made", folder.display()))?;
    let path = folder.join(name).with_extension("log");
    File::create(&path).with_context(|| format!("{} could not be written", path.display()))
}
