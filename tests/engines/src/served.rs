//! What is handed over, served as its users would: the site with its own policy,
//! the widget as a folder of some other site that has none.

use std::net::Ipv4Addr;
use std::path::PathBuf;

use anyhow::{Context as _, Result, ensure};
use gouji_browser_tests::with_recorder;
use gouji_site_server::axum::Router;
use gouji_site_server::axum::middleware::map_response;
use gouji_site_server::{
    CONTENT_SECURITY_POLICY_FOR_OLD_ENGINES, axum, dist_folder, files, with_headers, with_policy, workspace,
};
use tokio::net::TcpListener;
use tokio::task::JoinHandle;

/// A server of one test.
pub struct Served {
    origin: String,
    task: JoinHandle<()>,
}

impl Served {
    /// Starts it; with `recording`, pages keep what goes wrong in them, for engines
    /// that do not tell it.
    pub async fn start(recording: bool) -> Result<Self> {
        let dist = dist_folder();
        ensure!(dist.join("gouji.html").is_file(), "{} is not built; run `cargo xtask dist`", dist.display());
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).await.context("no port is free")?;
        let origin = format!("http://{}", listener.local_addr()?);
        let tests = workspace().join("tests");
        let folder = |path: PathBuf| {
            let files = files(&path);
            if recording { files.layer(map_response(with_recorder)) } else { files }
        };
        let all = Router::new()
            .nest_service("/site", with_headers(folder(dist.join("site"))))
            .nest_service(
                "/site-for-old",
                with_policy(folder(dist.join("site")), CONTENT_SECURITY_POLICY_FOR_OLD_ENGINES),
            )
            .nest_service("/widget", folder(dist.join("widget")))
            .nest_service("/npm", folder(dist.join("npm")))
            .nest_service("/pages", folder(tests.join("engines/pages")))
            .nest_service("/harness", files(&tests.join("browser/harness")));
        let task = tokio::spawn(async move {
            // It ends with the test, whose page says what is wrong.
            let _ended = axum::serve(listener, all).await;
        });
        Ok(Self { origin, task })
    }

    /// The address of a path.
    pub fn address(&self, path: &str) -> String {
        format!("{}{path}", self.origin)
    }

    /// The origin: scheme, host and port.
    pub fn origin(&self) -> &str {
        &self.origin
    }
}

impl Drop for Served {
    fn drop(&mut self) {
        self.task.abort();
    }
}
