//! The results as people read them.

use std::fmt::Write as _;
use std::fs;

use gouji_bench::figure::{Figure, Unit};
use serde::Serialize;

/// Everything measured in one go.
#[derive(Serialize)]
pub(crate) struct Results {
    /// What it was measured on, in words.
    pub(crate) machine: String,
    /// The figures.
    pub(crate) figures: Vec<Figure>,
}

impl Results {
    pub(crate) fn to_markdown(&self) -> String {
        let met = self.figures.iter().filter_map(Figure::is_met).filter(|met| *met).count();
        let barred = self.figures.iter().filter_map(Figure::is_met).count();
        let mut shown = format!(
            "# Figures\n\nWritten by `cargo xtask bench`. {met} of {barred} bars are met.\n\n\
             Measured on {}. Short texts: medians of many checks; long texts: the best of several.\n\
             A check is text in, complete result with UTF-16 ranges out; in WebAssembly it includes the JavaScript object.\n\n\
             | what | measured | bar | |\n| --- | ---: | ---: | --- |\n",
            self.machine
        );
        for figure in &self.figures {
            let bar = figure.at_most.map_or_else(String::new, |bar| format!("≤ {bar} {}", figure.unit));
            let met = match figure.is_met() {
                Some(true) => "met",
                Some(false) => "**not met**",
                None => "",
            };
            let value = match figure.unit {
                Unit::Count => format!("{:.0}", figure.value),
                Unit::Milliseconds if figure.value < 10.0 => format!("{:.3}", figure.value),
                Unit::Ratio => format!("{:.2}", figure.value),
                Unit::Milliseconds | Unit::Kilobytes => format!("{:.1}", figure.value),
            };
            // Writing to a string cannot fail.
            let _written = writeln!(
                shown,
                "| {} | {} | {} | {met} |",
                figure.what,
                format!("{value} {}", figure.unit).trim_end(),
                bar.trim_end()
            );
        }
        shown
    }
}

/// The machine in words: processor, cores, system and browser, and no name of
/// a host.
pub(crate) fn machine(browser: &str) -> String {
    let cores = std::thread::available_parallelism().map_or(1, usize::from);
    let processor = processor().unwrap_or_else(|| std::env::consts::ARCH.to_owned());
    format!("{processor}, {cores} cores to be used, {}, {browser}", std::env::consts::OS)
}

fn processor() -> Option<String> {
    let described = fs::read_to_string("/proc/cpuinfo").ok()?;
    let line = described.lines().find(|line| line.starts_with("model name"))?;
    Some(line.split_once(':')?.1.trim().to_owned())
}
