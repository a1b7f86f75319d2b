//! Where the built site lies, and serving it with the headers it is meant to
//! be served with.
//!
//! `cargo xtask serve` and the browser tests both use this, so that what is
//! tested is what is served: the page's own content security policy among it.

use std::path::{Path, PathBuf};

use axum::Router;
use axum::http::{HeaderName, HeaderValue, header};
use tower_http::compression::CompressionLayer;
use tower_http::services::ServeDir;
use tower_http::set_header::SetResponseHeaderLayer;

pub use axum;

/// The policy of the page: its own files and nothing else, no inline script
/// or style, WebAssembly, and scripts only from addresses that the program
/// declares as trusted.
pub const CONTENT_SECURITY_POLICY: &str = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; \
     style-src 'self'; img-src 'self' data:; connect-src 'self'; worker-src 'self'; manifest-src 'self'; \
     base-uri 'none'; form-action 'none'; frame-ancestors 'none'; \
     require-trusted-types-for 'script'; trusted-types gouji";

/// The same for visitors with Chromium below 97, which runs WebAssembly only
/// where it may also run text as a script. Since Chromium 83 the last line keeps
/// it from doing that.
pub const CONTENT_SECURITY_POLICY_FOR_OLD_ENGINES: &str = "default-src 'none'; \
     script-src 'self' 'wasm-unsafe-eval' 'unsafe-eval'; \
     style-src 'self'; img-src 'self' data:; connect-src 'self'; worker-src 'self'; manifest-src 'self'; \
     base-uri 'none'; form-action 'none'; frame-ancestors 'none'; \
     require-trusted-types-for 'script'; trusted-types gouji";

/// The top folder of the workspace: the nearest one with a lock file.
///
/// Cargo says at run time where the running package lies. What it said when
/// this was compiled may be another copy of the repository, or a place from
/// which it has been moved since.
pub fn workspace() -> PathBuf {
    let package = std::env::var_os("CARGO_MANIFEST_DIR").map(PathBuf::from);
    let start = package.or_else(|| std::env::current_dir().ok()).unwrap_or_default();
    let top = start.ancestors().find(|folder| folder.join("Cargo.lock").is_file());
    top.unwrap_or(&start).to_owned()
}

/// Where cargo puts what it builds, and xtask what it assembles.
pub fn target_folder() -> PathBuf {
    match std::env::var_os("CARGO_TARGET_DIR") {
        Some(folder) => workspace().join(folder),
        None => workspace().join("target"),
    }
}

/// Where the page is put together: a folder that any web server can serve.
pub fn site_folder() -> PathBuf {
    target_folder().join("site")
}

/// Where the JavaScript package is put together.
pub fn package_folder() -> PathBuf {
    target_folder().join("pkg")
}

/// Where everything is put together that is handed over.
pub fn dist_folder() -> PathBuf {
    workspace().join("dist")
}

/// Where programs are installed that the system does not have.
pub fn tools_folder() -> PathBuf {
    target_folder().join("tools")
}

/// The program of this name on the search path or among our own tools.
pub fn find_program(name: &str) -> Option<PathBuf> {
    let path = std::env::var_os("PATH").unwrap_or_default();
    std::env::split_paths(&path)
        .chain([tools_folder().join("bin")])
        .map(|folder| folder.join(name))
        .find(|program| program.is_file())
}

/// The files below a folder; `index.html` answers for a folder.
pub fn files(folder: &Path) -> Router {
    Router::new().fallback_service(ServeDir::new(folder))
}

/// Puts the page's headers on every answer, and compresses what is worth it.
pub fn with_headers(site: Router) -> Router {
    with_policy(site, CONTENT_SECURITY_POLICY)
}

/// The same with a policy of one's own.
pub fn with_policy(site: Router, policy: &'static str) -> Router {
    let header =
        |name: HeaderName, value| SetResponseHeaderLayer::overriding(name, HeaderValue::from_static(value));
    site.layer(CompressionLayer::new())
        .layer(header(header::CONTENT_SECURITY_POLICY, policy))
        .layer(header(header::X_CONTENT_TYPE_OPTIONS, "nosniff"))
        .layer(header(header::REFERRER_POLICY, "no-referrer"))
        // A rebuilt site must show at the next reload.
        .layer(header(header::CACHE_CONTROL, "no-cache"))
}
