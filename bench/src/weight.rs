//! How many bytes go over the line.

use std::fs;
use std::io::Write as _;
use std::path::PathBuf;

use anyhow::{Context as _, Result};
use flate2::Compression;
use flate2::write::GzEncoder;
use gouji_bench::figure::{Figure, Unit};
use gouji_site_server::{package_folder, site_folder};

/// The bytes of files as they are, and packed each for itself.
#[derive(Default)]
struct Weight {
    raw: usize,
    gzip: usize,
    brotli: usize,
}

/// The package, and the files that the page loaded.
pub(crate) fn figures(loaded: &[String]) -> Result<Vec<Figure>> {
    let package = ["gouji_wasm_bg.wasm", "gouji_wasm.js"].map(|file| package_folder().join(file));
    let page: Vec<PathBuf> = loaded
        .iter()
        .map(|path| if path == "/" { "index.html" } else { path.trim_start_matches('/') })
        .map(|path| site_folder().join(path))
        .collect();
    let converter = ["convert_bg.wasm", "convert.js"].map(|file| site_folder().join(file));
    let converter = weigh(&converter)?;
    let module = weigh(&package[..1])?;
    let package = weigh(&package)?;
    let page_weight = weigh(&page)?;
    let page_name = format!("everything the page loads ({} files)", page.len());
    Ok([
        rows("gouji-wasm, the module", &module, None, None),
        rows("gouji-wasm, module and glue", &package, None, Some(120.0)),
        rows(&page_name, &page_weight, Some(260.0), None),
        rows("the readers of documents, loaded when one comes", &converter, None, None),
    ]
    .concat())
}

fn rows(what: &str, weight: &Weight, most_gzip: Option<f64>, most_brotli: Option<f64>) -> Vec<Figure> {
    [("raw", weight.raw, None), ("gzip", weight.gzip, most_gzip), ("brotli", weight.brotli, most_brotli)]
        .into_iter()
        .map(|(packing, bytes, at_most)| {
            #[expect(clippy::cast_precision_loss, reason = "a file of a page is far below 2^52 bytes")]
            let kilobytes = bytes as f64 / 1000.0;
            Figure { at_most, ..Figure::new(format!("{what}, {packing}"), kilobytes, Unit::Kilobytes) }
        })
        .collect()
}

fn weigh(files: &[PathBuf]) -> Result<Weight> {
    let mut weight = Weight::default();
    for file in files {
        let bytes = fs::read(file).with_context(|| format!("{} could not be read", file.display()))?;
        weight.raw += bytes.len();
        let mut gzip = GzEncoder::new(Vec::new(), Compression::best());
        gzip.write_all(&bytes)?;
        weight.gzip += gzip.finish()?.len();
        let mut brotli = Vec::new();
        let mut writer = brotli::CompressorWriter::new(&mut brotli, 1 << 16, 11, 22);
        writer.write_all(&bytes)?;
        drop(writer);
        weight.brotli += brotli.len();
    }
    Ok(weight)
}
