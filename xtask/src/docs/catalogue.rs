//! What the application and the command line explain of each rule.

use std::path::Path;

use anyhow::Result;
use serde::Serialize;

use super::comment::{Explanation, Parts};
use super::{Generated, Told};

/// What is explained of a rule. Its title, level and basis are in the program.
#[derive(Serialize)]
struct Entry<'a> {
    code: &'a str,
    finds: String,
    why: String,
    example: String,
    leaves_out: String,
}

/// The catalogue of one language, one rule a line.
pub(super) fn of(told: &[Told], language: &str, parts: fn(&Explanation) -> &Parts) -> Result<Generated> {
    let mut lines = Vec::new();
    for told in told {
        let Parts { finds, why, example, leaves_out } = parts(&told.explanation);
        lines.push(serde_json::to_string(&Entry {
            code: told.rule.code,
            finds: plain(finds),
            why: plain(why),
            example: plain(example),
            leaves_out: plain(leaves_out),
        })?);
    }
    let path = Path::new("web/static").join(format!("rules.{language}.json"));
    Ok(Generated { path, content: format!("[{}]\n", lines.join(",\n")) })
}

/// Without the marks of code.
fn plain(text: &str) -> String {
    text.replace('`', "")
}
