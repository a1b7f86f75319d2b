//! The first examples of a rule, out of its tests.

/// Longer examples are left to the page of tests.
const MOST_LINES: usize = 12;

/// One example on which a rule fires, and one on which it stays silent.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Examples {
    pub(super) firing: Option<Example>,
    pub(super) silent: Option<Example>,
}

/// A text, told by how it differs from a report, or written out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Example {
    /// What is said of it.
    pub(super) about: String,
    /// The invented report that is changed.
    pub(super) report: Option<String>,
    /// The changes, or the text.
    pub(super) lines: Vec<String>,
}

/// Where the tests of a rule stand, from the top folder.
pub(super) fn path(code: &str) -> String {
    format!("tests/rules/{code}.md")
}

/// Reads the page of tests: of each kind the first one whose text is short.
pub(super) fn of(code: &str, page: &str) -> Examples {
    let mut examples = Examples::default();
    let (mut about, mut last): (&str, Option<Example>) = ("", None);
    let mut lines = page.lines();
    while let Some(line) = lines.next() {
        let Some(info) = line.strip_prefix("```") else {
            if !line.trim().is_empty() {
                about = line.trim().trim_end_matches('：');
            }
            continue;
        };
        let block: Vec<String> =
            lines.by_ref().take_while(|line| !line.starts_with("```")).map(str::to_owned).collect();
        let (kind, argument) = info.split_once(' ').unwrap_or((info, ""));
        match kind {
            "应报告" if block.iter().any(|line| line.starts_with(code)) => {
                keep_first(&mut examples.firing, last.take());
            }
            "不报告" => keep_first(&mut examples.silent, last.take()),
            "改动" | "全文" => {
                let report = argument.strip_prefix("底稿=").map(str::to_owned);
                // A text that is repeated is too long to be shown.
                let lines = if argument.starts_with("重复=") { Vec::new() } else { block };
                last = Some(Example { about: about.to_owned(), report, lines });
            }
            _ => last = None,
        }
    }
    examples
}

/// An example that shows its text gives way to none, others to one that does.
fn keep_first(kept: &mut Option<Example>, other: Option<Example>) {
    let Some(mut other) = other else { return };
    if other.lines.len() > MOST_LINES {
        other.lines.clear();
    }
    if kept.as_ref().is_none_or(|kept| kept.lines.is_empty() && !other.lines.is_empty()) {
        *kept = Some(other);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_examples_that_show_their_text_are_taken() {
        let page = "# GJ301 甲\n\n只有底稿：\n\n```改动 底稿=乙\n```\n\n```应报告\nGJ301 丙\n```\n\n\
                    改了一行：\n\n```改动 底稿=乙\n- 1\n+ 2\n```\n\n```应报告\nGJ301\n```\n\n\
                    别的规则：\n\n```全文\n丁\n```\n\n```应报告\nGJ302\n```\n\n```全文\n戊\n```\n\n```不报告\n```\n";
        let examples = of("GJ301", &page.replace("全文\n戊", "全文 重复=9\n己"));
        assert_eq!(examples.silent.map(|example| example.lines), Some(Vec::new()));
        let examples = of("GJ301", page);
        let firing = examples.firing.expect("there is one");
        assert_eq!((firing.about.as_str(), firing.report.as_deref()), ("改了一行", Some("乙")));
        assert_eq!(firing.lines, ["- 1", "+ 2"]);
        let silent = examples.silent.expect("there is one");
        assert_eq!((silent.report, silent.lines), (None, vec!["戊".to_owned()]));
    }
}
