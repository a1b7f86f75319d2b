//! How right the reading of tables is, layout by layout.
//!
//! `cargo xtask bench accuracy` runs it and writes `bench/accuracy.md`. The
//! same number of texts gives the same figures.

mod tally;
mod write;

use std::cell::RefCell;
use std::fs;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::Instant;

use anyhow::{Context as _, Result, bail};
use gouji::{Options, check};
use gouji_site_server::workspace;
use gouji_tests::layouts::{Generated, Layout, generated, judge, software};

use self::tally::{Happened, Results};

/// What is asked for on the command line.
struct Wanted {
    /// How many texts are generated, over all layouts.
    generated: u64,
    /// Only this layout, and then nothing is written to the file.
    layout: Option<Layout>,
    /// How many failing texts are named for each kind of failure.
    failing: usize,
}

/// Generated texts without `--generated`.
const USUAL: u64 = 20_000;

/// Runs with the words after `accuracy`. Says whether no wrong cell was claimed
/// to be exact.
pub(crate) fn run(arguments: &[&str]) -> Result<bool> {
    let mut wanted = Wanted { generated: USUAL, layout: None, failing: 5 };
    let mut arguments = arguments.iter().copied();
    while let Some(option) = arguments.next() {
        let value = arguments.next().with_context(|| format!("`{option}` needs a word after it"))?;
        match option {
            "--generated" => wanted.generated = value.parse()?,
            "--failing" => wanted.failing = value.parse()?,
            "--layout" => wanted.layout = Some(Layout::named(value).with_context(names_of_layouts)?),
            "--show" => return show(value),
            _ => {
                bail!("`{option}` is not known; --generated N, --layout NAME, --failing N, --show NAME:N are")
            }
        }
    }
    measure(&wanted)
}

fn names_of_layouts() -> String {
    let names: Vec<&str> = Layout::ALL.into_iter().map(Layout::name).collect();
    format!("the layouts are {}", names.join(", "))
}

fn measure(wanted: &Wanted) -> Result<bool> {
    if cfg!(debug_assertions) {
        bail!("this takes too long without optimisation: build with --release");
    }
    let mut results = all_generated(wanted);
    if wanted.layout.is_none() {
        for file in software() {
            if let Some(judgement) = file.judged() {
                results.add_software(&file.way, &file.name, &judgement);
            }
        }
    }
    let mut page = String::new();
    write::generated(&mut page, &results);
    write::software(&mut page, &results);
    println!("{page}");
    print!("{}", write::failing(&results, wanted.failing));
    if let Some((time, name)) = &results.slowest {
        println!("the longest check took {} ms: {name}", time.as_millis());
    }
    if wanted.layout.is_none() {
        let path = workspace().join("bench/accuracy.md");
        fs::write(&path, &page).with_context(|| format!("{} could not be written", path.display()))?;
    }
    Ok(results.wrong_exact() == 0)
}

/// The results of all generated texts, over all processors.
fn all_generated(wanted: &Wanted) -> Results {
    let layouts: Vec<Layout> = wanted.layout.map_or_else(|| Layout::ALL.to_vec(), |layout| vec![layout]);
    let each = wanted.generated.div_ceil(layouts.len() as u64);
    name_the_text_of_a_panic();
    let next = AtomicU64::new(0);
    let workers = std::thread::available_parallelism().map_or(1, usize::from);
    std::thread::scope(|scope| {
        let threads: Vec<_> = (0..workers)
            .map(|_| {
                scope.spawn(|| {
                    let mut results = Results::default();
                    loop {
                        let number = next.fetch_add(1, Ordering::Relaxed);
                        if number >= each {
                            return results;
                        }
                        for &layout in &layouts {
                            results.add(&one(layout, number));
                        }
                    }
                })
            })
            .collect();
        let mut all = Results::default();
        for thread in threads {
            // A panic ends the process by itself.
            all.merge(thread.join().unwrap_or_default());
        }
        all
    })
}

fn one(layout: Layout, number: u64) -> Happened {
    CURRENT.with_borrow_mut(|current| *current = format!("{}:{number}", layout.name()));
    let text = generated(layout, number);
    let begin = Instant::now();
    let report = check(&text.text, &Options::default());
    let time = begin.elapsed();
    let judgement = judge(&report, &text.invention.cells, text.invention.slip, text.numbers_changed);
    let (name, numbers_changed) = (text.name(), text.numbers_changed);
    Happened { name, layout, damages: text.damages, numbers_changed, judgement, time }
}

thread_local! {
    /// The text that is being read, for the message of a panic.
    static CURRENT: RefCell<String> = const { RefCell::new(String::new()) };
}

fn name_the_text_of_a_panic() {
    let usual = std::panic::take_hook();
    std::panic::set_hook(Box::new(move |panic| {
        CURRENT.with_borrow(|current| eprintln!("a panic while reading {current}"));
        usual(panic);
    }));
}

/// Prints one text and what was read in it.
fn show(name: &str) -> Result<bool> {
    let text =
        Generated::named(name).with_context(|| format!("`{name}` is no layout and number, as in lynx:7"))?;
    let report = check(&text.text, &Options::default());
    let judgement = judge(&report, &text.invention.cells, text.invention.slip, text.numbers_changed);
    println!("{}", text.text);
    println!("==== {name}, form of {}, damages: {:?}", text.invention.form.as_str(), text.damages);
    if let Some(slip) = text.invention.slip {
        println!("a sum of {slip} does not hold");
    }
    for table in &judgement.tables {
        println!("{}: {:?}", table.id.as_str(), table.outcome);
    }
    println!(
        "cells: {} right, {} unread, {} wrong",
        judgement.right,
        judgement.unread,
        judgement.wrong.len()
    );
    for wrong in judgement.wrong.iter().chain(&judgement.false_sums).chain(&judgement.false_gaps) {
        println!("  {wrong}");
    }
    Ok(true)
}
