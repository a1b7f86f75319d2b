//! How good and how fast repairs are, in tables with slips.
//!
//! `cargo xtask bench repair` prints and writes `bench/repair.md`; with a number
//! so many tables of each kind. `cargo xtask bench repair export` prints tables and their
//! repairs for `tests/repair/solver.py`, which solves them by other means.

use std::collections::BTreeSet;
use std::fmt::Write as _;
use std::fs;
use std::io::{self, Write as _};
use std::time::Instant;

use anyhow::{Context as _, Result};
use fastrand::Rng;
use gouji::form::CellId;
use gouji::repair::{Solution, System, solve};
use gouji_site_server::workspace;
use gouji_tests::slips::{self, Corrupted, Size};
use serde_json::{Value, json};

/// How many tables of each size and number of slips, unless asked otherwise.
const TABLES: usize = 400;

/// How many slips at most.
const SLIPS: usize = 6;

/// How often a table is solved; the best counts, because everything else the
/// machine does can only make it slower.
const RUNS: usize = 3;

/// What came of the tables with as many slips.
#[derive(Debug, Default)]
struct Tally {
    tables: usize,
    /// Nothing fails: the slips cancel out.
    unnoticed: usize,
    /// The search was given up.
    given_up: usize,
    /// Fewer changes than slips make everything hold.
    smaller: usize,
    /// Several smallest sets.
    several: usize,
    /// One smallest set, of other cells than the slips.
    other: usize,
    /// One smallest set, and it is the slips.
    unique: usize,
    /// Of those, with the right values.
    right: usize,
    /// Of several, those where the slips come first.
    first_of_several: usize,
    /// Of several, those where the slips are a smallest set.
    among_several: usize,
    milliseconds: Vec<f64>,
}

pub(crate) fn run(wanted: &[&str]) -> Result<()> {
    if let ["export", tables @ ..] = wanted {
        let tables = tables.first().map_or(Ok(20), |tables| tables.parse());
        return export(tables.context("how many tables?")?);
    }
    let tables = wanted.first().map_or(Ok(TABLES), |tables| tables.parse()).context("how many tables?")?;
    let mut tallies = Vec::new();
    for slips in 1..=SLIPS {
        let mut tally = Tally::default();
        for size in Size::ALL {
            let mut random = Rng::with_seed(slips as u64);
            for _ in 0..tables {
                let corrupted = slips::corrupted(&mut random, size, slips);
                count(&mut tally, &corrupted);
            }
        }
        tallies.push(tally);
    }
    let page = page(&tallies);
    println!("{page}");
    fs::write(workspace().join("bench/repair.md"), page)?;
    Ok(())
}

/// Solves a table, with blanks as 0, and says in how many milliseconds.
fn solved(corrupted: &Corrupted) -> (Vec<CellId>, Solution, f64) {
    let (system, cells) = slips::system(corrupted, Some(0));
    let mut best = f64::INFINITY;
    let mut solution = Solution::default();
    for _ in 0..RUNS {
        let began = Instant::now();
        solution = solve(&system);
        best = best.min(began.elapsed().as_secs_f64() * 1000.0);
    }
    (cells, solution, best)
}

fn count(tally: &mut Tally, corrupted: &Corrupted) {
    let (cells, solution, milliseconds) = solved(corrupted);
    tally.tables += 1;
    tally.milliseconds.push(milliseconds);
    let slips: BTreeSet<CellId> = corrupted.right.keys().copied().collect();
    let sets: Vec<BTreeSet<CellId>> = solution
        .sets
        .iter()
        .map(|set| set.changes.iter().map(|change| cells[change.figure]).collect())
        .collect();
    let found: usize = solution.parts.iter().map(|part| part.found).product();
    if solution.parts.is_empty() {
        tally.unnoticed += 1;
    } else if solution.parts.iter().any(|part| !part.exhaustive) {
        tally.given_up += 1;
    } else if sets[0].len() < slips.len() {
        tally.smaller += 1;
    } else if found > 1 {
        tally.several += 1;
        tally.among_several += usize::from(sets.contains(&slips));
        tally.first_of_several += usize::from(sets[0] == slips);
    } else if sets[0] != slips {
        tally.other += 1;
    } else {
        tally.unique += 1;
        let mut changes = solution.sets[0].changes.iter();
        let right =
            changes.all(|change| change.forced() == corrupted.right.get(&cells[change.figure]).copied());
        tally.right += usize::from(right);
    }
}

fn page(tallies: &[Tally]) -> String {
    let mut page = String::from(
        "# Repairs of tables with slips\n\n\
         Tables of both forms, of offices from one without applications to one with 50,000, a sixth of them with\n\
         blanks for 0, in which so many cells were changed as people do. `cargo xtask bench repair` writes this page.\n\n\
         | slips | tables | add up all the same | fewer changes do | several smallest sets | of those, slips listed / first | one set, not the slips | one set, the slips | of those, proposed with the right values | given up |\n\
         | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- |\n",
    );
    for (at, tally) in tallies.iter().enumerate() {
        let _ = writeln!(
            page,
            "| {} | {} | {} | {} | {} | {} / {} | {} | {} | {} | {} |",
            at + 1,
            tally.tables,
            tally.unnoticed,
            tally.smaller,
            tally.several,
            tally.among_several,
            tally.first_of_several,
            tally.other,
            tally.unique,
            tally.right,
            tally.given_up
        );
    }
    page.push_str(
        "\n## Time, native\n\n\
         | slips | median | 99 of 100 within | slowest |\n| --- | --- | --- | --- |\n",
    );
    for (at, tally) in tallies.iter().enumerate() {
        let mut times = tally.milliseconds.clone();
        times.sort_by(f64::total_cmp);
        let of = |hundredth: usize| times[(times.len() * hundredth / 100).min(times.len() - 1)];
        let _ = writeln!(
            page,
            "| {} | {:.3} ms | {:.3} ms | {:.3} ms |",
            at + 1,
            of(50),
            of(99),
            times.last().copied().unwrap_or_default()
        );
    }
    page
}

/// One line of JSON for each table.
fn export(tables: usize) -> Result<()> {
    let mut out = io::BufWriter::new(io::stdout().lock());
    for slips in 1..=SLIPS {
        for size in Size::ALL {
            let mut random = Rng::with_seed(9000 + slips as u64);
            for number in 0..tables {
                let corrupted = slips::corrupted(&mut random, size, slips);
                // Blanks by turns as 0 and unknown, where there are any.
                let (system, _) = slips::system(&corrupted, (number % 2 == 0).then_some(0));
                serde_json::to_writer(&mut out, &line(&system, &solve(&system)))?;
                writeln!(out)?;
            }
        }
    }
    Ok(out.flush()?)
}

fn line(system: &System, solution: &Solution) -> Value {
    let values: Vec<Option<i64>> = system.figures.iter().map(|figure| figure.value).collect();
    let sums: Vec<Value> = system.sums.iter().map(|sum| json!([sum.left, sum.right])).collect();
    let parts = solution.parts.iter().map(|part| {
        let sets = part.sets.iter().map(|set| {
            let changes = set.changes.iter();
            changes.map(|change| json!([change.figure, change.least, change.most])).collect::<Vec<_>>()
        });
        json!({
            "sums": part.sums, "failing": part.failing, "at_least": part.at_least, "size": part.size, "exhaustive": part.exhaustive,
            "found": part.found, "sets": sets.collect::<Vec<_>>(),
        })
    });
    json!({"values": values, "sums": sums, "parts": parts.collect::<Vec<_>>()})
}
