//! Everything points to where it says.

use gouji::Report;
use gouji::reading::{CellReading, Quantity};
use gouji::text::TextRange;

/// What is wrong with the places in `report`, in words; empty where nothing is.
///
/// Every place lies in the text, on character boundaries. A cell read as a
/// number stands on the very characters of that number, and no two cells share
/// a place.
pub fn faults(text: &str, report: &Report) -> Vec<String> {
    let mut faults = Vec::new();
    let mut place = |what: String, range: TextRange| {
        if text.get(std::ops::Range::from(range)).is_none() {
            faults.push(format!("{what}: {}..{} is no place in the text", range.start, range.end));
        }
    };
    for spot in [&report.title, &report.issuer].into_iter().flatten() {
        place(format!("title or issuer {}", spot.value), spot.range);
    }
    if let Some(year) = &report.year {
        place("year".to_owned(), year.range);
    }
    for section in &report.sections {
        place(format!("heading {}", section.heading), section.heading_range);
        place(format!("section {}", section.heading), section.range);
    }
    for table in &report.tables {
        place(format!("table {}", table.id.as_str()), table.range);
        for row in &table.rows {
            place(format!("row {}", row.id.0), row.range);
            if let Some(label) = row.label {
                place(format!("label of {}", row.id.0), label);
            }
            for cell in &row.cells {
                place(format!("cell {}", cell.id), cell.range);
            }
        }
    }
    for claim in &report.claims {
        place(format!("claim {:?}", claim.value), claim.range);
    }
    for finding in &report.findings {
        place(format!("finding {}", finding.rule.code), finding.range);
        for label in &finding.labels {
            place(format!("label of {}: {}", finding.rule.code, label.text), label.range);
        }
    }
    for other in &report.others {
        place(format!("report {}", other.index), other.range);
    }
    nesting(report, &mut faults);
    cells(text, report, &mut faults);
    faults
}

fn nesting(report: &Report, faults: &mut Vec<String>) {
    for section in &report.sections {
        if !section.range.contains(section.heading_range) {
            faults.push(format!("the section {} does not hold its heading", section.heading));
        }
    }
    for table in &report.tables {
        for row in table.rows.iter().filter(|row| !table.range.contains(row.range)) {
            faults.push(format!("the table {} does not hold its row {}", table.id.as_str(), row.id.0));
        }
    }
}

fn cells(text: &str, report: &Report, faults: &mut Vec<String>) {
    let mut taken: Vec<(TextRange, String)> = Vec::new();
    for cell in report.tables.iter().flat_map(|table| &table.rows).flat_map(|row| &row.cells) {
        let raw = cell.range.of(text);
        let digits = plain(raw);
        let agrees = match &cell.reading {
            // A number that was broken has its parts on several lines.
            CellReading::Number(Quantity::Count(count)) if raw.contains('\n') => {
                let mut parts = raw.split_whitespace().map(plain);
                let (first, last) = (parts.next().unwrap_or_default(), parts.next_back().unwrap_or_default());
                let whole = count.to_string();
                whole.starts_with(&first) && whole.ends_with(&last) && whole.len() >= first.len() + last.len()
            }
            CellReading::Number(Quantity::Count(count)) => digits.parse() == Ok(*count),
            CellReading::Number(Quantity::Decimal(decimal)) => digits == *decimal,
            CellReading::WithUnit(number) | CellReading::WithRemark(number) => {
                let number = crate::snapshot::quantity(number);
                raw != number && digits.starts_with(&number)
            }
            CellReading::WithLetters(Quantity::Count(count)) => {
                let as_digits = raw.replace(['O', 'o', 'Ｏ'], "0").replace(['l', 'I'], "1");
                plain(&as_digits).parse() == Ok(*count) && raw.chars().any(char::is_alphabetic)
            }
            CellReading::WithLetters(Quantity::Decimal(_)) => false,
            CellReading::Blank => raw.trim().is_empty(),
            CellReading::Mark => !raw.is_empty() && !digits.bytes().any(|byte| byte.is_ascii_digit()),
            CellReading::NotANumber => Quantity::parse(&digits).is_none() && !raw.trim().is_empty(),
            CellReading::Unread => true,
        };
        if !agrees {
            faults.push(format!("{} is read as {:?} where “{raw}” is printed", cell.id, cell.reading));
        }
        if !matches!(cell.reading, CellReading::Blank | CellReading::Unread) {
            taken.push((cell.range, cell.id.to_string()));
        }
    }
    taken.sort();
    for pair in taken.windows(2) {
        if let [(one, first), (other, second)] = pair
            && other.start < one.end
        {
            faults.push(format!("{first} and {second} share a place"));
        }
    }
}

/// Half-width, without thousands separators and plus sign.
fn plain(raw: &str) -> String {
    let half = |character: char| match character {
        '\u{ff10}'..='\u{ff19}' => char::from_u32(character as u32 - 0xfee0).unwrap_or(character),
        '−' | '－' => '-',
        '．' => '.',
        _ => character,
    };
    let plain: String = raw.trim().chars().map(half).filter(|it| !matches!(it, ',' | '，')).collect();
    plain.strip_prefix('+').map_or(plain.clone(), ToOwned::to_owned)
}
