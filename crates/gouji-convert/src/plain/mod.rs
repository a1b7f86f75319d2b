//! Text whose tables are in some other form than lines with tabs.

mod csv;
mod embedded;
mod inline;

use crate::html::{from_html, holds_tag};
use crate::{ConvertError, Converted, MAX_FILE_BYTES, Source};

/// Reads the text of the clipboard or of a file. HTML becomes the canonical
/// text. In other text, tables written as HTML and values separated by commas
/// become rows with tabs; the rest is left as it is.
///
/// # Errors
///
/// Where it is too large, unfolds to too much, or holds no text.
pub fn from_text(text: &str, source: Source) -> Result<Converted, ConvertError> {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    if text.len() > MAX_FILE_BYTES {
        return Err(ConvertError::TooLarge);
    }
    if text.trim().is_empty() {
        return Err(ConvertError::Empty);
    }
    let is_html = match source {
        Source::Text | Source::Markdown | Source::Csv => is_page(text),
        Source::Docx | Source::Xlsx | Source::Pdf => false,
        _ => true,
    };
    if is_html {
        return from_html(text);
    }
    let text = match source {
        Source::Csv => csv::with_tabs(text),
        Source::Text | Source::Markdown if holds_tag(text, "table") => {
            inline::without_tags(&embedded::with_tables_read(text))
        }
        _ => inline::without_tags(text),
    };
    Ok(Converted { text, source })
}

/// Whether a text is the source of a web page from its first word on.
fn is_page(text: &str) -> bool {
    let start = text.trim_start();
    ["<!doctype html", "<html"].iter().any(|mark| {
        start.as_bytes().get(..mark.len()).is_some_and(|begin| begin.eq_ignore_ascii_case(mark.as_bytes()))
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::damage::damaged;
    use crate::{decode, recognise};

    fn text_of(text: &str, source: Source) -> String {
        from_text(text, source).expect("it can be read").text
    }

    #[test]
    fn plain_text_is_left_as_it_is() {
        let text = "一、总体情况\r\n\r\n  规章\t0\t0\t0\r\n < 5 & > 3";
        assert_eq!(text_of(text, Source::Text), text);
        assert_eq!(from_text(" \n\u{3000}", Source::Text), Err(ConvertError::Empty));
    }

    #[test]
    fn tables_in_markdown_become_rows_and_the_rest_stays() {
        let text =
            "## 二、主动公开\n\n<table>\n<tr><td>规章</td><td>&nbsp;7</td></tr>\n</table>\n\n**其他** <b>\n";
        assert_eq!(text_of(text, Source::Markdown), "## 二、主动公开\n\n规章\t7\n\n**其他** \n");
    }

    #[test]
    fn the_source_of_a_page_is_a_page() {
        let converted =
            from_text("\n<!DOCTYPE HTML><p>一、总体情况</p>", Source::Text).expect("it can be read");
        assert_eq!((converted.text.as_str(), converted.source), ("一、总体情况\n", Source::WebPage));
    }

    #[test]
    fn a_table_that_never_ends_is_left_alone() {
        let text = "a <table><tr><td>1";
        assert_eq!(text_of(text, Source::Markdown), text);
    }

    #[test]
    fn damaged_text_breaks_nothing() {
        let text = "\u{feff}sep=,\n\"规章\",\"1,2\"\n<table><tr><td colspan=2>许可</td></tr></table>\n| <span>7</span> | <br/> |\n</table>";
        for copy in damaged(text.as_bytes(), 3_000) {
            let decoded = decode(&copy);
            let lossy = String::from_utf8_lossy(&copy);
            for source in [Source::Text, Source::Markdown, Source::Csv, Source::WebPage] {
                for text in [decoded.as_deref().unwrap_or_default(), &lossy] {
                    let read = from_text(text, source);
                    assert!(matches!(read, Ok(_) | Err(ConvertError::Empty)), "{source:?}: {read:?}");
                }
            }
            for name in ["a.txt", "a.docx", ""] {
                _ = recognise(name, &copy);
            }
        }
    }
}
