//! What the rules find of faults that were put into clean reports, and what they
//! report besides.
//!
//! `cargo xtask bench rules` runs it and writes `bench/rules.md`. The same numbers of
//! reports give the same figures.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::fs;
use std::sync::atomic::{AtomicU64, Ordering};

use anyhow::{Context as _, Result, bail};
use gouji::rules;
use gouji::{Options, Severity, check};
use gouji_site_server::workspace;
use gouji_tests::{faults, prose};

/// What is asked for on the command line.
struct Wanted {
    /// The number of the first report.
    from: u64,
    /// How many clean reports are read.
    clean: u64,
    /// How many faults are put in for each rule.
    each: usize,
    /// Only this rule; then nothing is written to the file, nor with other reports.
    rule: Option<String>,
    /// How many misses and false alarms are named for each rule.
    named: usize,
}

/// What became of the faults of one rule, and of the rule in other reports.
#[derive(Default)]
struct Tally {
    injected: usize,
    found: usize,
    missed: Vec<String>,
    false_alarms: Vec<String>,
}

/// A finding is true of this many clean reports: they are as long as it says.
const TRUE_OF_CLEAN_REPORTS: &str = "GJ218";

/// The bars, in percent.
const RECALL: usize = 95;
const PRECISION: usize = 98;

/// Runs with the words after `rules`. Says whether all bars are met.
pub(crate) fn run(arguments: &[&str]) -> Result<bool> {
    let mut wanted = Wanted { from: 0, clean: 2000, each: 100, rule: None, named: 3 };
    let mut arguments = arguments.iter().copied();
    while let Some(option) = arguments.next() {
        let value = arguments.next().with_context(|| format!("`{option}` needs a word after it"))?;
        match option {
            "--from" => wanted.from = value.parse()?,
            "--clean" => wanted.clean = value.parse()?,
            "--each" => wanted.each = value.parse()?,
            "--rule" => wanted.rule = Some(value.to_owned()),
            "--named" => wanted.named = value.parse()?,
            "--show" => return show(value),
            _ => bail!(
                "`{option}` is not known; --from N, --clean N, --each N, --rule GJnnn, --named N, --show GJnnn:N are"
            ),
        }
    }
    measure(&wanted)
}

fn measure(wanted: &Wanted) -> Result<bool> {
    let codes = match &wanted.rule {
        Some(rule) => vec![rule.clone()],
        None => faults::codes(),
    };
    let clean = read_clean(wanted);
    let tallies = inject_all(&codes, wanted, &clean);
    let page = page(wanted, &codes, &tallies, &clean);
    println!("{page}");
    for (code, tally) in &tallies {
        for missed in tally.missed.iter().take(wanted.named) {
            println!("missed       {missed}");
        }
        for alarm in tally.false_alarms.iter().take(wanted.named) {
            println!("false alarm  {code} {alarm}");
        }
    }
    if wanted.rule.is_none() && wanted.from == 0 {
        let path = workspace().join("bench/rules.md");
        fs::write(&path, &page).with_context(|| format!("{} could not be written", path.display()))?;
    }
    let registered = codes.iter().filter(|code| rules::find(code).is_some());
    let met = registered.filter_map(|code| tallies.get(code)).all(Tally::meets_bars);
    Ok(met && clean.iter().all(|(_, severity, _)| *severity == Severity::Info))
}

/// Everything reported of clean reports: rule, level, and number with message.
fn read_clean(wanted: &Wanted) -> Vec<(&'static str, Severity, String)> {
    in_parallel(wanted.clean, |index| {
        let number = wanted.from + index;
        let report = check(&prose::written(number).text(), &Options::default());
        let findings = report.findings.into_iter();
        findings
            .map(|finding| {
                (finding.rule.code, finding.severity, format!("clean:{number} {}", finding.message))
            })
            .collect()
    })
}

fn inject_all(
    codes: &[String],
    wanted: &Wanted,
    clean: &[(&'static str, Severity, String)],
) -> BTreeMap<String, Tally> {
    let judged = in_parallel(codes.len() as u64, |index| {
        let Some(code) = codes.get(usize::try_from(index).unwrap_or_default()) else { return Vec::new() };
        let faulty = (wanted.from..).filter_map(|number| Some((number, faults::inject(code, number)?)));
        let judged = faulty.take(wanted.each).map(|(number, faulty)| {
            let name = format!("{code}:{number} {}", surroundings(&faulty));
            (code.clone(), name, faults::judge(&faulty))
        });
        judged.collect()
    });
    let mut tallies: BTreeMap<String, Tally> = BTreeMap::new();
    for (code, name, judgement) in judged {
        for (other, message) in judgement.others {
            let alarm = format!("{name} — {message}");
            tallies.entry(other).or_default().false_alarms.push(alarm);
        }
        let tally = tallies.entry(code.clone()).or_default();
        tally.injected += 1;
        if judgement.found {
            tally.found += 1;
        } else {
            tally.missed.push(name);
        }
    }
    for (code, _, message) in clean.iter().filter(|(code, ..)| *code != TRUE_OF_CLEAN_REPORTS) {
        tallies.entry((*code).to_owned()).or_default().false_alarms.push(message.clone());
    }
    tallies
}

/// The fault with the words around it.
fn surroundings(faulty: &faults::Faulty) -> String {
    let Some(place) = faulty.places.first() else { return String::new() };
    let (before, rest) = faulty.text.split_at(place.start as usize);
    let fault = place.of(&faulty.text);
    let after = &rest[fault.len()..];
    let mut words: Vec<char> = before.chars().rev().take_while(|it| *it != '\n').take(24).collect();
    words.reverse();
    let after: String = after.chars().take_while(|it| *it != '\n').take(24).collect();
    format!("…{}⟦{fault}⟧{after}…", words.into_iter().collect::<String>())
}

/// Does something with the numbers below `count` on all processors; the results
/// come in the order of the numbers.
fn in_parallel<T: Send>(count: u64, work: impl Fn(u64) -> Vec<T> + Sync) -> Vec<T> {
    let next = AtomicU64::new(0);
    let workers = std::thread::available_parallelism().map_or(1, usize::from);
    let mut all: Vec<(u64, Vec<T>)> = std::thread::scope(|scope| {
        let threads: Vec<_> = (0..workers)
            .map(|_| {
                scope.spawn(|| {
                    let mut results = Vec::new();
                    loop {
                        let number = next.fetch_add(1, Ordering::Relaxed);
                        if number >= count {
                            return results;
                        }
                        results.push((number, work(number)));
                    }
                })
            })
            .collect();
        // A panic ends the process by itself.
        threads.into_iter().flat_map(|thread| thread.join().unwrap_or_default()).collect()
    });
    all.sort_by_key(|(number, _)| *number);
    all.into_iter().flat_map(|(_, results)| results).collect()
}

impl Tally {
    fn meets_bars(&self) -> bool {
        let reported = self.found + self.false_alarms.len();
        self.found * 100 >= self.injected * RECALL && self.found * 100 >= reported * PRECISION
    }
}

/// A share with two decimals, rounded down.
fn share(part: usize, whole: usize) -> String {
    match (part * 100).checked_div(whole) {
        Some(hundredths) => format!("{}.{:02}", hundredths / 100, hundredths % 100),
        None => "–".to_owned(),
    }
}

fn page(
    wanted: &Wanted,
    codes: &[String],
    tallies: &BTreeMap<String, Tally>,
    clean: &[(&'static str, Severity, String)],
) -> String {
    let mut page = String::from(
        "# What the rules find, and what they report besides\n\n\
         Written by `cargo xtask bench rules`. Faults are put into clean generated reports (`tests/src/faults`), one into each; recall\n\
         is the share that the rule reports at its place, precision the share of its reports that are of a fault put in. Bars: recall 0.95,\n\
         precision 0.98, and no error or warning in clean reports.\n\n",
    );
    let alarms = |severity| clean.iter().filter(|(_, found, _)| *found == severity).count();
    let (errors, warnings) = (alarms(Severity::Error), alarms(Severity::Warning));
    let _ = writeln!(
        page,
        "{} clean reports: {errors} errors, {warnings} warnings. GJ218 is true of some of them and not counted.\n",
        wanted.clean
    );
    page.push_str("| rule | name | faults | found | false alarms | recall | precision | bars |\n");
    page.push_str("| --- | --- | ---: | ---: | ---: | ---: | ---: | --- |\n");
    let nothing = Tally::default();
    for code in codes {
        let tally = tallies.get(code).unwrap_or(&nothing);
        let Some(rule) = rules::find(code) else {
            let _ = writeln!(page, "| {code} | not registered | {} | | | | | |", tally.injected);
            continue;
        };
        let _ = writeln!(
            page,
            "| {code} | {} | {} | {} | {} | {} | {} | {} |",
            rule.name,
            tally.injected,
            tally.found,
            tally.false_alarms.len(),
            share(tally.found, tally.injected),
            share(tally.found, tally.found + tally.false_alarms.len()),
            if tally.meets_bars() { "met" } else { "NOT MET" }
        );
    }
    let others = tallies.iter().filter(|(code, _)| !codes.contains(code));
    for (code, tally) in others {
        let _ =
            writeln!(page, "\n{code}, without faults of its own: {} false alarms.", tally.false_alarms.len());
    }
    page
}

/// Prints one report with a fault and what is said of it.
fn show(name: &str) -> Result<bool> {
    let (code, number) = name.split_once(':').context("a name is a rule and a number, as in GJ411:7")?;
    let number = number.parse()?;
    let (text, expected) = if code == "clean" {
        (prose::written(number).text(), String::new())
    } else {
        let faulty = faults::inject(code, number)
            .with_context(|| format!("report {number} has no place for a fault of {code}"))?;
        let places: Vec<&str> = faulty.places.iter().map(|place| place.of(&faulty.text)).collect();
        let expected = format!("{code} at {}", places.join(" or "));
        (faulty.text, expected)
    };
    println!("{text}\n==== {name}: {expected}");
    for finding in check(&text, &Options::default()).findings {
        println!("{} 「{}」 {}", finding.rule.code, finding.range.of(&text), finding.message);
    }
    Ok(true)
}
