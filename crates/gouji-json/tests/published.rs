//! The files in `schema/` are what the types of this crate generate.
//!
//! `GOUJI_WRITE_SCHEMA=1 cargo test -p gouji-json --test published` writes
//! them anew. A change that takes a field away or gives it another meaning
//! needs a new version of the contract.

use std::fs;
use std::path::Path;

use gouji_json::{
    Blanks, Cell, CellCorrection, CellReading, Change, CheckOptions, CheckedReport, Claim, Completeness,
    Confirmation, ErrorCode, Finding, FormName, Input, IssuerKind, Label, Lang, Level, OtherReport, Profile,
    Proof, Quantity, Reading, Relations, RepairSet, Repairs, Row, RuleLevel, SCHEMA, Section, SectionKind,
    SetAside, Severity, Slip, SlipKind, Table, Tables, Target, Tool, Verdict,
};
use schemars::generate::SchemaSettings;
use tsify::Tsify;

/// What `#[tsify::declare]` writes into the package; it leaves no constant.
const UTF16_RANGE: &str = "\
/**
 * A place in the text: UTF-16 offsets, start included, end excluded.
 */
export type Utf16Range = [number, number];";

#[test]
fn the_json_schema_is_up_to_date() {
    let generator = SchemaSettings::draft2020_12().for_serialize().into_generator();
    let schema = generator.into_root_schema_for::<CheckedReport>();
    let mut generated = serde_json::to_string_pretty(&schema).expect("a schema is JSON");
    generated.push('\n');
    compare("gouji-report-1.schema.json", &generated);
}

#[test]
fn the_typescript_declarations_are_up_to_date() {
    let declarations = [
        CheckOptions::DECL,
        Lang::DECL,
        CellCorrection::DECL,
        Profile::DECL,
        RuleLevel::DECL,
        Level::DECL,
        IssuerKind::DECL,
        SetAside::DECL,
        ErrorCode::DECL,
        CheckedReport::DECL,
        Tool::DECL,
        Input::DECL,
        FormName::DECL,
        Verdict::DECL,
        Completeness::DECL,
        Section::DECL,
        SectionKind::DECL,
        Tables::DECL,
        Table::DECL,
        Reading::DECL,
        Confirmation::DECL,
        Row::DECL,
        Cell::DECL,
        CellReading::DECL,
        Quantity::DECL,
        Claim::DECL,
        Relations::DECL,
        Finding::DECL,
        Severity::DECL,
        Label::DECL,
        Repairs::DECL,
        RepairSet::DECL,
        Change::DECL,
        Target::DECL,
        Slip::DECL,
        SlipKind::DECL,
        Proof::DECL,
        Blanks::DECL,
        OtherReport::DECL,
        UTF16_RANGE,
    ];
    compare("gouji-report-1.d.ts", &format!("{}\n", declarations.join("\n\n")));
}

#[test]
fn the_version_in_the_declarations_is_that_of_the_contract() {
    assert!(CheckedReport::DECL.contains(&format!("schema: {SCHEMA:?};")));
}

#[test]
fn every_type_that_the_declarations_name_is_declared() {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../schema/gouji-report-1.d.ts");
    let published = fs::read_to_string(file).expect("it is published");
    let code = published.lines().filter(|line| !line.trim_start().starts_with(['*', '/']));
    let types = code.filter_map(|line| line.split_once([':', '='])).map(|(_, of_type)| of_type);
    for name in types.flat_map(|it| it.split(|letter: char| !(letter.is_alphanumeric() || letter == '"'))) {
        let is_declared =
            ["interface", "type"].iter().any(|kind| published.contains(&format!("export {kind} {name} ")));
        let is_name = name.starts_with(|letter: char| letter.is_ascii_uppercase());
        assert!(!is_name || is_declared, "{name} is not declared");
    }
}

fn compare(name: &str, generated: &str) {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../schema").join(name);
    if std::env::var_os("GOUJI_WRITE_SCHEMA").is_some() {
        assert!(fs::write(&file, generated).is_ok(), "schema/{name} cannot be written");
    }
    let published = fs::read_to_string(&file).unwrap_or_default().replace("\r\n", "\n");
    assert!(
        published == generated,
        "schema/{name} is out of date: `GOUJI_WRITE_SCHEMA=1 cargo test -p gouji-json --test published` writes it anew"
    );
}
