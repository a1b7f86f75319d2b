//! How fast the checker is natively.

use std::fs;
use std::path::Path;
use std::process::Command;
use std::time::Instant;

use anyhow::{Context as _, Result, bail};
use gouji_bench::figure::{Figure, Unit, median};
use gouji_bench::texts::{self, Shape};
use gouji_json::CheckOptions;

/// How often a short text is checked when warm.
const WARM_RUNS: usize = 500;

/// How many fresh processes check a text.
const COLD_RUNS: usize = 21;

/// How often a long text is checked; the best counts, because everything else
/// the machine does can only make it slower.
const LONG_RUNS: usize = 9;

/// How many relations fail in the five real reports, in their order.
const REAL_FAILING: [usize; 5] = [0, 0, 0, 0, 5];

pub(crate) fn figures() -> Result<Vec<Figure>> {
    let usual = texts::usual_report()?;
    let what = format!("check of a report of {} kB, native", usual.len() / 1000);
    let mut figures = vec![
        Figure::new(format!("{what}, warm"), warm(&usual)?, Unit::Milliseconds).at_most(1.0),
        Figure::new(format!("{what}, cold"), cold(&usual)?, Unit::Milliseconds).at_most(10.0),
    ];
    figures.extend(real()?);
    for shape in Shape::ALL {
        figures.extend(growth(shape)?);
    }
    Ok(figures)
}

/// One check, first in its process, printed in milliseconds.
pub(crate) fn cold_once(file: &Path) -> Result<()> {
    let text = fs::read_to_string(file)?;
    println!("{}", timed(&text)?);
    Ok(())
}

fn timed(text: &str) -> Result<f64> {
    let began = Instant::now();
    let json = gouji_json::check_json(text, &CheckOptions::default())?;
    let took = began.elapsed();
    std::hint::black_box(json);
    Ok(took.as_secs_f64() * 1000.0)
}

fn warm(text: &str) -> Result<f64> {
    Ok(median((0..WARM_RUNS).map(|_| timed(text)).collect::<Result<_>>()?))
}

fn cold(text: &str) -> Result<f64> {
    let file = gouji_site_server::target_folder().join("bench/cold.txt");
    fs::create_dir_all(file.parent().unwrap_or(&file))?;
    fs::write(&file, text)?;
    let own = std::env::current_exe()?;
    let once = || -> Result<f64> {
        let output = Command::new(&own).arg("cold").arg(&file).output()?;
        if !output.status.success() {
            bail!("the cold check failed: {}", String::from_utf8_lossy(&output.stderr));
        }
        let printed = String::from_utf8_lossy(&output.stdout);
        printed.trim().parse().with_context(|| format!("`{printed}` is not a time"))
    };
    Ok(median((0..COLD_RUNS).map(|_| once()).collect::<Result<_>>()?))
}

fn real() -> Result<Vec<Figure>> {
    let reports = texts::real_reports()?;
    if reports.is_empty() {
        println!("the real reports are not there and are left out");
    }
    let mut figures = Vec::new();
    for (index, (name, text)) in reports.iter().enumerate() {
        let number = name.split('_').next().unwrap_or(name);
        #[expect(clippy::cast_precision_loss, reason = "kilobytes and relations are few")]
        let (kilobytes, failing, expected) = {
            let report = gouji_json::check(text, &CheckOptions::default())?;
            let expected = REAL_FAILING.get(index).copied().unwrap_or_default();
            (text.len() as f64 / 1000.0, report.relations.failing.len() as f64, expected as f64)
        };
        let what = format!("real report {number} of {kilobytes:.0} kB");
        figures
            .push(Figure::new(format!("{what}, native, warm"), warm(text)?, Unit::Milliseconds).at_most(1.0));
        figures.push(
            Figure::new(
                format!("{what}, failing relations off the {expected} that fail"),
                (failing - expected).abs(),
                Unit::Count,
            )
            .at_most(0.0),
        );
    }
    Ok(figures)
}

/// Times for a quarter, half and all of the longest text.
fn growth(shape: Shape) -> Result<Vec<Figure>> {
    let longest = shape.longest();
    let texts = [shape.text(longest / 4)?, shape.text(longest / 2)?, shape.text(longest)?];
    let mut best = [f64::INFINITY; 3];
    // By turns, so that a busy moment of the machine does not hit one length alone.
    for _ in 0..LONG_RUNS {
        for (best, text) in best.iter_mut().zip(&texts) {
            *best = best.min(timed(text)?);
        }
    }
    let [quarter, half, all] = best;
    let name = shape.name();
    #[expect(clippy::cast_precision_loss, reason = "megabytes are few")]
    let megabytes = longest as f64 / 1e6;
    Ok(vec![
        Figure::new(format!("{name}: {megabytes:.1} MB, native"), all, Unit::Milliseconds).at_most(300.0),
        Figure::new(format!("{name}: from n to 2n"), half / quarter, Unit::Ratio).at_most(2.3),
        Figure::new(format!("{name}: from 2n to 4n"), all / half, Unit::Ratio).at_most(2.3),
    ])
}
