//! Tables written as HTML in a text that is none: converters to Markdown fall
//! back on them where cells are merged.

use crate::html::from_html;

/// Replaces each table written as HTML by its rows.
pub(super) fn with_tables_read(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut done = 0;
    let mut from = 0;
    // Where the outermost table that is open begins, and how many are open.
    let mut open = (0, 0);
    while let Some(at) = text[from..].find('<').map(|at| from + at) {
        from = at + 1;
        let (closes, name) = match text[from..].strip_prefix('/') {
            Some(name) => (true, name),
            None => (false, &text[from..]),
        };
        if !is_table(name) {
            continue;
        }
        match (closes, open.1) {
            (false, 0) => open = (at, 1),
            (false, depth) => open.1 = depth + 1,
            (true, 0) => {}
            (true, 1) => {
                let end = text[from..].find('>').map_or(text.len(), |end| from + end + 1);
                out.push_str(&text[done..open.0]);
                match from_html(&text[open.0..end]) {
                    Ok(rows) => out.push_str(rows.text.trim_end_matches('\n')),
                    Err(_) => out.push_str(&text[open.0..end]),
                }
                done = end;
                open.1 = 0;
            }
            (true, depth) => open.1 = depth - 1,
        }
    }
    out.push_str(&text[done..]);
    out
}

/// Whether a tag's name is `table`.
fn is_table(text: &str) -> bool {
    let bytes = text.as_bytes();
    bytes.get(..5).is_some_and(|name| name.eq_ignore_ascii_case(b"table"))
        && bytes.get(5).is_none_or(|behind| !behind.is_ascii_alphanumeric())
}
