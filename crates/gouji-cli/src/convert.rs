//! `gouji convert`: the text that a file is checked as.

use std::io::{self, Write as _};

use crate::arguments::Convert;
use crate::check::Outcome;
use crate::words::Words;
use crate::{complain, input};

/// Prints the text of a file.
///
/// # Errors
///
/// Where the output cannot be written, unless its reader has gone away.
pub(crate) fn convert(what: &Convert, words: &Words) -> io::Result<Outcome> {
    let name = input::name(&what.file);
    match input::read(&what.file) {
        Ok(converted) => match io::stdout().lock().write_all(converted.text.as_bytes()) {
            Err(wrong) if wrong.kind() != io::ErrorKind::BrokenPipe => Err(wrong),
            _ => Ok(Outcome::Consistent),
        },
        Err(wrong) => {
            complain(&(words.unreadable)(name.as_deref().unwrap_or(words.standard_input), &wrong));
            Ok(Outcome::Unread)
        }
    }
}
