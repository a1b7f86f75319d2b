//! `gouji rules`: what is looked for.

use std::io::{self, Write as _};

use gouji::rules::REGISTRY;
use unicode_width::UnicodeWidthStr;

use crate::words::Words;

/// Prints every rule on a line: code, severity, what it finds.
///
/// # Errors
///
/// Where the output cannot be written, unless its reader has gone away.
pub(crate) fn list(words: &Words) -> io::Result<()> {
    match io::stdout().lock().write_all(table(words).as_bytes()) {
        Err(wrong) if wrong.kind() == io::ErrorKind::BrokenPipe => Ok(()),
        written => written,
    }
}

fn table(words: &Words) -> String {
    let severities = REGISTRY.iter().map(|rule| (words.severity)(rule.severity));
    let widest = severities.map(UnicodeWidthStr::width).max().unwrap_or_default();
    let line = |rule: &&gouji::rules::Rule| {
        let severity = (words.severity)(rule.severity);
        // Chinese characters are two columns wide, which `{:width$}` does not know.
        let padding = " ".repeat(widest - severity.width());
        format!("{}  {severity}{padding}  {}\n", rule.code, (words.title)(rule))
    };
    REGISTRY.iter().map(line).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::arguments::Language;
    use crate::words;

    #[test]
    fn the_titles_stand_below_one_another() {
        for language in [Language::Zh, Language::En] {
            let words = words::of(language);
            let table = table(words);
            assert_eq!(table.lines().count(), REGISTRY.len());
            let mut columns = REGISTRY.iter().zip(table.lines()).map(|(rule, line)| {
                line.strip_suffix((words.title)(rule)).expect("the title ends the line").width()
            });
            let first = columns.next();
            assert!(columns.all(|column| Some(column) == first));
        }
    }
}
