//! `gouji check`: the files one after another, and the exit status of all.

use std::io::{self, StdoutLock, Write};
use std::process::ExitCode;

use anstream::AutoStream;
use gouji_json::CheckOptions;

use crate::arguments::{Arguments, Check, Format, Language};
use crate::settings;
use crate::text::TextOutput;
use crate::words::Words;
use crate::{complain, input};

/// What came of a file; of several, the greatest counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Outcome {
    /// Read, and no error was found.
    Consistent,
    /// At least one error was found.
    Errors,
    /// It could not be read, or not in full.
    Unread,
}

impl From<Outcome> for ExitCode {
    fn from(outcome: Outcome) -> Self {
        Self::from(match outcome {
            Outcome::Consistent => 0,
            Outcome::Errors => 1,
            Outcome::Unread => 2,
        })
    }
}

impl From<gouji::Verdict> for Outcome {
    fn from(verdict: gouji::Verdict) -> Self {
        match verdict {
            gouji::Verdict::Consistent => Self::Consistent,
            gouji::Verdict::Findings => Self::Errors,
            gouji::Verdict::Unreadable | gouji::Verdict::NotAReport => Self::Unread,
        }
    }
}

impl From<gouji_json::Verdict> for Outcome {
    fn from(verdict: gouji_json::Verdict) -> Self {
        match verdict {
            gouji_json::Verdict::Consistent => Self::Consistent,
            gouji_json::Verdict::Findings => Self::Errors,
            gouji_json::Verdict::Unreadable | gouji_json::Verdict::NotAReport => Self::Unread,
        }
    }
}

/// How many files came out how.
#[derive(Debug, Default)]
pub(crate) struct Tally {
    pub(crate) consistent: usize,
    pub(crate) errors: usize,
    pub(crate) unread: usize,
}

impl Tally {
    fn count(&mut self, outcome: Outcome) {
        match outcome {
            Outcome::Consistent => self.consistent += 1,
            Outcome::Errors => self.errors += 1,
            Outcome::Unread => self.unread += 1,
        }
    }

    fn worst(&self) -> Outcome {
        match self {
            Self { unread: 1.., .. } => Outcome::Unread,
            Self { errors: 1.., .. } => Outcome::Errors,
            _ => Outcome::Consistent,
        }
    }
}

/// Checks every file and prints what was found.
///
/// # Errors
///
/// Where the output cannot be written, unless its reader has gone away: then
/// the rest is left, and what was checked so far makes the status.
pub(crate) fn check(what: &Check, arguments: &Arguments, words: &Words) -> io::Result<Outcome> {
    let mut tally = Tally::default();
    let options = match settings::options(what, arguments) {
        Ok(options) => options,
        Err(wrong) => {
            complain(&(words.settings)(&wrong));
            return Ok(Outcome::Unread);
        }
    };
    let printed = match what.format {
        Format::Text => print_text(what, arguments, &options, words, &mut tally),
        Format::Json if what.files.len() > 1 => {
            print_json(what, options, words, &mut tally, ["[", ",", "]\n"])
        }
        Format::Json => print_json(what, options, words, &mut tally, ["", "", "\n"]),
        Format::Jsonl => print_json(what, options, words, &mut tally, ["", "\n", "\n"]),
    };
    match printed {
        Err(wrong) if wrong.kind() != io::ErrorKind::BrokenPipe => Err(wrong),
        _ => Ok(tally.worst()),
    }
}

/// Calls `print` with the name and text of every file that can be read, and
/// tells of the others.
fn each(
    what: &Check,
    words: &Words,
    tally: &mut Tally,
    mut print: impl FnMut(Option<String>, &str, &mut Tally) -> io::Result<()>,
) -> io::Result<()> {
    for file in &what.files {
        let name = input::name(file);
        match input::read(file) {
            Ok(converted) => print(name, &converted.text, tally)?,
            Err(wrong) => {
                tally.count(Outcome::Unread);
                complain(&(words.unreadable)(name.as_deref().unwrap_or(words.standard_input), &wrong));
            }
        }
    }
    Ok(())
}

fn print_text(
    what: &Check,
    arguments: &Arguments,
    given: &CheckOptions,
    words: &Words,
    tally: &mut Tally,
) -> io::Result<()> {
    let mut stream: AutoStream<StdoutLock<'_>> = AutoStream::new(io::stdout().lock(), arguments.color.into());
    let output = TextOutput::new(words);
    let options = gouji::Options {
        language: match arguments.lang {
            Language::Zh => gouji::Language::Chinese,
            Language::En => gouji::Language::English,
        },
        report: given.report as usize,
        profile: gouji_json::profile(&given.profile).map_err(io::Error::other)?,
        set_aside: given
            .set_aside
            .iter()
            .map(|given| gouji::SetAside { id: given.id.clone(), reason: given.reason.clone() })
            .collect(),
        ..gouji::Options::default()
    };
    let settings = (words.asked_for)(&options.profile);
    each(what, words, tally, |name, text, tally| {
        let report = gouji::check(text, &options);
        tally.count(report.verdict.into());
        let name = name.as_deref().unwrap_or(words.standard_input);
        stream.write_all(output.report(name, text, &report, settings.as_deref()).as_bytes())
    })?;
    if what.files.len() > 1 {
        writeln!(stream, "{}", (words.tally)(tally))?;
    }
    stream.flush()
}

/// Prints the reports as JSON with `[before, between, after]` around them.
fn print_json(
    what: &Check,
    mut options: CheckOptions,
    words: &Words,
    tally: &mut Tally,
    [before, between, after]: [&str; 3],
) -> io::Result<()> {
    let mut stream = io::BufWriter::new(io::stdout().lock());
    stream.write_all(before.as_bytes())?;
    let mut any = false;
    each(what, words, tally, |name, text, tally| {
        options.name = name;
        let report = gouji_json::check(text, &options).map_err(io::Error::other)?;
        tally.count(report.verdict.into());
        if any {
            stream.write_all(between.as_bytes())?;
        }
        any = true;
        serde_json::to_writer(&mut stream, &report).map_err(io::Error::from)
    })?;
    // Where no file could be read there is no line to end, only an array.
    if any || !before.is_empty() {
        stream.write_all(after.as_bytes())?;
    }
    stream.flush()
}
