//! Prints invented reports as JSON, grids with merged cells and true cells:
//! `tests/layouts/make` passes them through real programs. With `--list` it
//! prints what is special in the first hundred, to choose from.

use fastrand::Rng;
use gouji::form::TableId;
use gouji::reading::Quantity;
use gouji_tests::layouts::{Block, Grid, Invention, Print, Truth, sheet};
use serde_json::{Map, Value, json};

/// Chosen for their variety: the name, and the number of the report.
const CHOSEN: [(&str, u64); 12] = [
    ("01", 6),
    ("02", 2),
    ("03", 5),
    ("04", 7),
    ("05", 8),
    ("06", 11),
    ("07", 44),
    ("08", 69),
    ("09", 49),
    ("10", 29),
    ("11", 61),
    ("12", 16),
];

fn main() {
    if std::env::args().any(|argument| argument == "--list") {
        list();
        return;
    }
    let reports: Vec<Value> = CHOSEN.iter().map(|(name, number)| report(name, *number)).collect();
    println!("{}", Value::from(reports));
}

fn invent(number: u64) -> (Invention, Print) {
    let mut random = Rng::with_seed(number);
    (Invention::new(&mut random), Print::new(&mut random))
}

fn list() {
    for number in 0..100 {
        let (invention, print) = invent(number);
        let count =
            |wanted: fn(&Truth) -> bool| invention.cells.values().filter(|truth| wanted(truth)).count();
        println!(
            "{number}: {} of {}, {} digits, {} blanks, {} marks, slip {:?}, remark {:?}, heads broken {}",
            invention.form.as_str(),
            invention.issuer,
            invention.printed.values().map(String::len).max().unwrap_or_default(),
            count(|truth| *truth == Truth::Blank),
            count(|truth| *truth == Truth::Mark),
            invention.slip.map(|cell| cell.to_string()),
            invention.printed.values().max_by_key(|printed| printed.len()),
            print.broken_heads,
        );
    }
}

fn report(name: &str, number: u64) -> Value {
    let (invention, print) = invent(number);
    let blocks = sheet(&invention, &print);
    json!({
        "name": name,
        "form": invention.form.as_str(),
        "slip": invention.slip.map(|cell| cell.to_string()),
        "blocks": blocks.iter().map(block).collect::<Vec<Value>>(),
        "cells": cells(&invention),
    })
}

fn block(block: &Block) -> Value {
    match block {
        Block::Title(text) => json!({ "title": text }),
        Block::Heading(text) => json!({ "heading": text }),
        Block::Prose(text) => json!({ "prose": text }),
        Block::Table(grid) => json!({ "table": table(grid) }),
    }
}

fn table(grid: &Grid) -> Value {
    let cells = grid.cells.iter().map(|cell| {
        json!({
            "row": cell.row,
            "column": cell.column,
            "row_span": cell.row_span,
            "column_span": cell.column_span,
            "text": cell.text,
            "is_value": cell.value.is_some(),
        })
    });
    json!({
        "id": grid.table.as_str(),
        "columns": grid.columns,
        "rows": grid.rows,
        "head_rows": grid.head_rows,
        "cells": cells.collect::<Vec<Value>>(),
    })
}

/// The true cells: a number, a fraction as its digits, null for a blank, "/"
/// for any sign or word for nothing.
fn cells(invention: &Invention) -> Value {
    let mut tables = Map::new();
    for table in TableId::STATUTORY {
        let Some(spec) = invention.form.form().table(table) else { continue };
        let mut rows = Map::new();
        for cell in spec.cells() {
            let row = rows.entry(cell.row.0).or_insert_with(|| json!([]));
            let value = match invention.cells.get(&cell) {
                Some(Truth::Number(Quantity::Count(count))) => json!(count),
                Some(Truth::Number(Quantity::Decimal(digits))) => json!(digits),
                Some(Truth::Mark) => json!("/"),
                Some(Truth::Blank) | None => Value::Null,
            };
            if let Some(row) = row.as_array_mut() {
                row.push(value);
            }
        }
        tables.insert(table.as_str().to_owned(), Value::Object(rows));
    }
    Value::Object(tables)
}
