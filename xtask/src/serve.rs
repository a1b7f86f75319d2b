//! Serving the built page to a person at this machine.

use std::net::Ipv4Addr;

use anyhow::{Context as _, Result};
use gouji_site_server::{axum, files, site_folder, with_headers};
use tokio::net::TcpListener;

/// Serves `target/site` on 127.0.0.1 until stopped.
pub(crate) fn serve(port: u16) -> Result<()> {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
    runtime.block_on(async {
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, port))
            .await
            .with_context(|| format!("port {port} of 127.0.0.1 could not be taken"))?;
        println!("\ngouji is at http://{}/ (stop with Ctrl+C)", listener.local_addr()?);
        axum::serve(listener, with_headers(files(&site_folder()))).await?;
        Ok(())
    })
}
