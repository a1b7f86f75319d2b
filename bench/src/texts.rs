//! The texts that are checked: reports of a usual length, and shapes of any
//! length that a checker could be slow with.

use std::fs;

use anyhow::{Context as _, Result};
use gouji_site_server::workspace;

/// The length of a usual report, or a little less.
pub const USUAL: usize = 15_000;

/// A complete invented report in which everything agrees.
const REPORT: &str = "tests/reports/县政府2024.txt";

/// Real reports of government bodies, where they are; not part of the
/// repository.
const REAL: &str = "../shared/reports";

/// A report of usual length: the invented one with more prose at its start.
pub fn usual_report() -> Result<String> {
    let report = invented_report()?;
    let prose = report
        .lines()
        .max_by_key(|line| if line.contains('\t') { 0 } else { line.len() })
        .unwrap_or_default();
    let place = report.find(prose).unwrap_or_default();
    let line = format!("{prose}\n");
    let lines = USUAL.saturating_sub(report.len()).div_ceil(line.len());
    Ok(format!("{}{}{}", &report[..place], line.repeat(lines), &report[place..]))
}

/// The invented report as it is.
pub fn invented_report() -> Result<String> {
    let path = workspace().join(REPORT);
    fs::read_to_string(&path).with_context(|| format!("{} could not be read", path.display()))
}

/// The real reports with their names, in the order of these; none where the
/// folder is absent.
pub fn real_reports() -> Result<Vec<(String, String)>> {
    let folder = workspace().join(REAL);
    if !folder.is_dir() {
        return Ok(Vec::new());
    }
    let mut reports = Vec::new();
    for entry in fs::read_dir(&folder)? {
        let path = entry?.path();
        let name = path.file_stem().unwrap_or_default().to_string_lossy().into_owned();
        reports.push((name, fs::read_to_string(&path)?));
    }
    reports.sort();
    Ok(reports)
}

/// A shape of text that can be had in any length.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shape {
    /// One line without an end, of prose.
    OneLine,
    /// Lines of prose.
    Prose,
    /// Whole reports, one after the other.
    Reports,
    /// One report whose tables never end.
    TableRows,
    /// Lines of nothing but tabs.
    TabLines,
    /// Headings of sections, over and over.
    Headings,
    /// Digits without an end.
    Digits,
    /// Years and titles of other documents before the first heading.
    Years,
}

impl Shape {
    /// All of them.
    pub const ALL: [Self; 8] = [
        Self::OneLine,
        Self::Prose,
        Self::Reports,
        Self::TableRows,
        Self::TabLines,
        Self::Headings,
        Self::Digits,
        Self::Years,
    ];

    /// What it is called in the table of results.
    pub fn name(self) -> &'static str {
        match self {
            Self::OneLine => "one line of prose",
            Self::Prose => "lines of prose",
            Self::Reports => "report after report",
            Self::TableRows => "one report with endless table rows",
            Self::TabLines => "100,000 lines of tabs",
            Self::Headings => "headings, over and over",
            Self::Digits => "digits in one line",
            Self::Years => "years in the introduction",
        }
    }

    /// How long the longest text of this shape is, in bytes.
    pub fn longest(self) -> usize {
        match self {
            Self::TabLines => 100_000 * Self::tab_line().len(),
            _ => gouji::MAX_BYTES,
        }
    }

    /// The shape in this length, or a little less.
    pub fn text(self, bytes: usize) -> Result<String> {
        let report = invented_report()?;
        Ok(match self {
            Self::OneLine => repeated("全年共收到政府信息公开申请12件，均已依法答复。", bytes),
            Self::Prose => repeated("全年共收到政府信息公开申请12件，上年结转3件，均已依法答复。\n", bytes),
            Self::Reports => repeated(&report, bytes),
            Self::TableRows => {
                let row = "（一）予以公开\t1\t2\t3\t4\t5\t6\t21\n";
                let place = report.find("（一）予以公开").unwrap_or(report.len());
                let missing = bytes.saturating_sub(report.len());
                format!("{}{}{}", &report[..place], repeated(row, missing), &report[place..])
            }
            Self::TabLines => repeated(Self::tab_line(), bytes),
            Self::Headings => repeated(
                "一、总体情况\n二、主动公开政府信息情况\n三、收到和处理政府信息公开申请情况\n",
                bytes,
            ),
            Self::Digits => repeated("1234567890", bytes),
            Self::Years => {
                format!(
                    "{}一、总体情况\n",
                    repeated("《编制2023年政府信息公开工作年度报告\n", bytes.saturating_sub(20))
                )
            }
        })
    }

    fn tab_line() -> &'static str {
        "\t\t\t\t\t\t\t\t\n"
    }
}

/// The piece, as often as it fits.
fn repeated(piece: &str, bytes: usize) -> String {
    piece.repeat(bytes / piece.len())
}
