//! The custom properties that a page can set, read off the style sheets.

use anyhow::{Result, bail};

use super::Token;

/// What a declaration says that a page can change: the name without its
/// beginning, what is taken where the page sets nothing, and the comment behind.
const BEFORE: &str = "var(--gouji-";

/// Every custom property in the order of the sheets, where it comes first with a
/// comment behind it: `--paper: var(--gouji-paper, #ffffff); /* behind the text */`.
pub(super) fn tokens(sheets: &[String]) -> Result<Vec<Token>> {
    let mut tokens: Vec<Token> = Vec::new();
    let mut silent = Vec::new();
    for line in sheets.iter().flat_map(|sheet| sheet.lines()) {
        let Some((_, used)) = line.split_once(BEFORE) else { continue };
        let (name, rest) = used.split_once(',').unwrap_or((used, ""));
        let (default, comment) = rest.split_once(");").unwrap_or((rest, ""));
        let words = comment.trim().trim_start_matches("/*").trim_end_matches("*/").trim();
        let name = format!("--gouji-{name}");
        if words.is_empty() {
            silent.push(name);
        } else {
            tokens.push(Token { name, default: default.trim().to_owned(), words: words.to_owned() });
        }
    }
    silent.retain(|name| tokens.iter().all(|token| token.name != *name));
    if !silent.is_empty() {
        bail!("web/static: no comment says what these are for: {silent:?}");
    }
    Ok(tokens)
}
