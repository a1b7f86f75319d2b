//! `gouji`, the checker on the command line.

mod arguments;
mod check;
mod convert;
mod input;
mod repairs;
mod rules;
mod settings;
mod text;
mod words;

use std::io::{self, Write as _};
use std::process::ExitCode;

use clap::Parser as _;

use crate::arguments::{Arguments, Command};

fn main() -> ExitCode {
    let arguments = Arguments::parse();
    let words = words::of(arguments.lang);
    let status = match &arguments.command {
        Command::Check(what) => check::check(what, &arguments, words),
        Command::Convert(what) => convert::convert(what, words),
        Command::Rules(what) => rules::print(what, words).map(|()| check::Outcome::Consistent),
    };
    match status {
        Ok(outcome) => outcome.into(),
        Err(wrong) => {
            complain(&(words.cannot_write)(&wrong));
            check::Outcome::Unread.into()
        }
    }
}

/// Prints a sentence to standard error; where nobody listens there either, it
/// is lost, and the exit status still tells.
fn complain(sentence: &str) {
    let _ = writeln!(io::stderr(), "{}", annotate_snippets::normalize_untrusted_str(sentence));
}
