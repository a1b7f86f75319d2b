//! Scripts and style sheets for the engines they are shipped to: newer syntax
//! written in older, and nothing that only people read.
//!
//! What runs where this is used is named in the reference: Chromium 78 and
//! later, and Firefox ESR.

use std::path::Path;

use anyhow::{Context as _, Result, anyhow, bail};
use lightningcss::stylesheet::{MinifyOptions, ParserOptions, PrinterOptions, StyleSheet};
use lightningcss::targets::{Browsers, Targets};
use oxc::CompilerInterface;
use oxc::codegen::{CodegenOptions, CodegenReturn, CommentOptions};
use oxc::diagnostics::Diagnostics;
use oxc::mangler::MangleOptions;
use oxc::minifier::CompressOptions;
use oxc::span::SourceType;
use oxc::transformer::{EngineTargets, TransformOptions};

/// The oldest engines, in the words of browserslist without its blank.
const ENGINES: [&str; 2] = ["chrome78", "firefox115"];

/// A classic script, lowered and minified.
pub(crate) fn script(name: &str, source: &str) -> Result<String> {
    lowered(name, source, SourceType::cjs())
}

/// A module, lowered and minified; what it exports keeps its name.
pub(crate) fn module(name: &str, source: &str) -> Result<String> {
    lowered(name, source, SourceType::mjs())
}

/// A style sheet, lowered and minified.
pub(crate) fn style_sheet(name: &str, source: &str) -> Result<String> {
    let browsers = Browsers { chrome: Some(78 << 16), firefox: Some(115 << 16), ..Browsers::default() };
    let targets = Targets::from(browsers);
    let wrong = |wrong: String| anyhow!("{name} could not be lowered: {wrong}");
    let mut sheet =
        StyleSheet::parse(source, ParserOptions::default()).map_err(|it| wrong(it.to_string()))?;
    sheet
        .minify(MinifyOptions { targets, ..MinifyOptions::default() })
        .map_err(|it| wrong(it.to_string()))?;
    let options = PrinterOptions { minify: true, targets, ..PrinterOptions::default() };
    Ok(sheet.to_css(options).map_err(|it| wrong(it.to_string()))?.code)
}

struct Lowering {
    transform: TransformOptions,
    compress: CompressOptions,
    printed: String,
    errors: Vec<String>,
}

impl CompilerInterface for Lowering {
    fn handle_errors(&mut self, errors: Diagnostics) {
        self.errors.extend(errors.into_iter().map(|error| error.to_string()));
    }

    fn after_codegen(&mut self, printed: CodegenReturn<'_>) {
        self.printed = printed.code;
    }

    fn transform_options(&self) -> Option<&TransformOptions> {
        Some(&self.transform)
    }

    fn compress_options(&self) -> Option<CompressOptions> {
        Some(self.compress.clone())
    }

    fn mangle_options(&self) -> Option<MangleOptions> {
        Some(MangleOptions::default())
    }

    fn codegen_options(&self) -> Option<CodegenOptions> {
        Some(CodegenOptions {
            minify: true,
            comments: CommentOptions::disabled(),
            ..CodegenOptions::default()
        })
    }
}

fn lowered(name: &str, source: &str, kind: SourceType) -> Result<String> {
    let wrong = |wrong: String| anyhow!("{ENGINES:?} are no engines: {wrong}");
    let mut lowering = Lowering {
        transform: TransformOptions::from_target_list(&ENGINES).map_err(wrong)?,
        compress: CompressOptions {
            target: EngineTargets::from_target_list(&ENGINES).map_err(wrong)?,
            ..CompressOptions::default()
        },
        printed: String::new(),
        errors: Vec::new(),
    };
    lowering.compile(source, kind, Path::new(name));
    if !lowering.errors.is_empty() {
        bail!("{name} could not be lowered: {}", lowering.errors.join("; "));
    }
    (!lowering.printed.is_empty()).then_some(lowering.printed).context("a script has something to do")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn newer_syntax_becomes_older() {
        let lowered = script("a.js", "self.a = b?.c ?? d; // why").expect("this is a script");
        assert!(!lowered.contains("?.") && !lowered.contains("??") && !lowered.contains("why"), "{lowered}");
    }

    #[test]
    fn what_a_module_exports_keeps_its_name() {
        let lowered = module("a.js", "export function checkAll(text) { return text; }").expect("a module");
        assert!(lowered.contains("checkAll"), "{lowered}");
    }

    #[test]
    fn style_sheets_use_what_the_oldest_engine_knows() {
        let lowered = style_sheet("a.css", ".a { inset: 0; color: #ff0000; }").expect("a style sheet");
        assert!(lowered.contains("top:0") && !lowered.contains("inset"), "{lowered}");
    }

    #[test]
    fn what_is_no_script_is_refused_with_its_name() {
        let wrong = script("a.js", "function (").expect_err("this is none");
        assert!(wrong.to_string().contains("a.js"), "{wrong}");
    }
}
