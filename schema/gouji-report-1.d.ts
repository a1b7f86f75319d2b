/**
 * How to check.
 */
export interface CheckOptions {
    /**
     * The language of messages; Chinese unless asked otherwise.
     */
    lang?: Lang;
    /**
     * What the input is called, for the output only.
     */
    name?: string | null;
    /**
     * Which report of the text to check, counted from 0.
     */
    report?: number;
    /**
     * Values that a person put in the place of printed ones.
     */
    corrections?: CellCorrection[];
}

/**
 * A language.
 */
export type Lang = "zh" | "en";

/**
 * A value that a person put in the place of a printed one.
 */
export interface CellCorrection {
    /**
     * The cell, for example `applications.granted.natural`.
     */
    cell: string;
    /**
     * What was printed there when it was corrected; where the text says
     * something else by now, the correction no longer applies.
     */
    printed: string;
    /**
     * The value to count with.
     */
    value: Quantity;
}

/**
 * What was wrong with a call, for programs to look at.
 */
export type ErrorCode = "text_not_a_string" | "invalid_options" | "unknown_cell" | "not_a_number" | "internal";

/**
 * One checked report.
 */
export interface CheckedReport {
    /**
     * The contract this keeps: [`SCHEMA`].
     */
    schema: "gouji-report/1";
    /**
     * What checked it.
     */
    tool: Tool;
    /**
     * What was checked.
     */
    input: Input;
    /**
     * The title as printed.
     */
    title: string | null;
    /**
     * The reporting organ.
     */
    issuer: string | null;
    /**
     * The year reported on.
     */
    year: number | null;
    /**
     * The form of that year.
     */
    form: FormName | null;
    /**
     * The one line on top.
     */
    verdict: Verdict;
    /**
     * Whether the text is a whole report, part of one, or only tables.
     */
    completeness: Completeness;
    /**
     * The sections in the order of the text.
     */
    sections: Section[];
    /**
     * The tables.
     */
    tables: Tables;
    /**
     * Figures stated in prose.
     */
    claims: Claim[];
    /**
     * What became of the relations.
     */
    relations: Relations;
    /**
     * What is to be said, ordered by place.
     */
    findings: Finding[];
    /**
     * The smallest changes that would make every relation hold.
     */
    repairs: Repairs;
    /**
     * The other reports in the same text.
     */
    others: OtherReport[];
}

/**
 * What checked the report.
 */
export interface Tool {
    /**
     * The version of gouji.
     */
    version: string;
    /**
     * How many rules it knows.
     */
    rules: number;
}

/**
 * What was checked.
 */
export interface Input {
    /**
     * What the caller calls it.
     */
    name: string | null;
    /**
     * Its length in UTF-8 bytes.
     */
    bytes: number;
}

/**
 * An edition of the form, by its first year.
 */
export type FormName = "2019" | "2021";

/**
 * The one line on top.
 */
export type Verdict = "consistent" | "findings" | "unreadable" | "not_a_report";

/**
 * How much of a report the text is.
 */
export type Completeness = "whole" | "part" | "tables_only" | "nothing";

/**
 * A section.
 */
export interface Section {
    /**
     * The ordinal as printed.
     */
    ordinal: number | null;
    /**
     * The heading as printed.
     */
    heading: string;
    /**
     * What it is about; null for a heading the form does not know.
     */
    kind: SectionKind | null;
    /**
     * The heading's place.
     */
    heading_range: Utf16Range;
    /**
     * Heading and content.
     */
    range: Utf16Range;
}

/**
 * What a section is about.
 */
export type SectionKind = "overview" | "disclosure" | "applications" | "review" | "problems" | "other" | "fees";

/**
 * The tables; null where a table is not there.
 */
export interface Tables {
    /**
     * 主动公开.
     */
    disclosure: Table | null;
    /**
     * 申请.
     */
    applications: Table | null;
    /**
     * 复议诉讼.
     */
    review: Table | null;
    /**
     * 信息处理费.
     */
    fees: Table | null;
}

/**
 * A table.
 */
export interface Table {
    /**
     * The form whose layout is printed.
     */
    layout: FormName;
    /**
     * How it was read.
     */
    reading: Reading;
    /**
     * What the reading rests on, at its weakest place; none where nothing was
     * read.
     */
    confirmed_by: Confirmation | null;
    /**
     * From its first to its last line.
     */
    range: Utf16Range;
    /**
     * The rows that are printed, in the order of the form.
     */
    rows: Row[];
}

/**
 * How a table was read.
 */
export type Reading = "exact" | "inferred" | "partial" | "unreadable";

/**
 * A row.
 */
export interface Row {
    /**
     * Its name, for example `granted`.
     */
    id: string;
    /**
     * Its label in the form's words.
     */
    label: string;
    /**
     * Its label as printed; null where none is.
     */
    printed: string | null;
    /**
     * Its cells in the order of the form's columns.
     */
    cells: Cell[];
}

/**
 * A cell.
 */
export interface Cell {
    /**
     * The column's name, for example `natural`.
     */
    column: string;
    /**
     * The number printed; null where there is none or it could not be read.
     */
    value: Quantity | null;
    /**
     * What is printed.
     */
    raw: string;
    /**
     * What it was read as.
     */
    reading: CellReading;
    /**
     * Its place.
     */
    range: Utf16Range;
    /**
     * The value a person put in its place.
     */
    corrected?: Quantity;
}

/**
 * What a cell was read as.
 */
export type CellReading = "number" | "with_unit" | "with_remark" | "with_letters" | "blank" | "mark" | "not_a_number" | "unread";

/**
 * A number: a whole one as JSON integer, a decimal as a string with its
 * digits as printed.
 */
export type Quantity = number | string;

/**
 * A figure stated in prose.
 */
export interface Claim {
    /**
     * The cell it is about, or several joined with `+`.
     */
    subject: string;
    /**
     * The figure.
     */
    value: number;
    /**
     * The words that state it.
     */
    quote: string;
    /**
     * Their place.
     */
    range: Utf16Range;
    /**
     * Whether the tables agree; null where they could not be read.
     */
    agrees: boolean | null;
}

/**
 * What became of the relations.
 */
export interface Relations {
    /**
     * How many could be checked.
     */
    checked: number;
    /**
     * How many hold.
     */
    holding: number;
    /**
     * How many cells take part in a checked relation.
     */
    cells: number;
    /**
     * The names of those that fail.
     */
    failing: string[];
    /**
     * The names of those that could not be checked.
     */
    unchecked: string[];
}

/**
 * One thing reported.
 */
export interface Finding {
    /**
     * The rule's permanent code.
     */
    code: string;
    /**
     * The rule's name.
     */
    name: string;
    /**
     * What the rule finds, in a few words of the caller's language.
     */
    title: string;
    /**
     * Its weight.
     */
    severity: Severity;
    /**
     * What is wrong, with the numbers written out.
     */
    message: string;
    /**
     * Why it must hold.
     */
    basis: string;
    /**
     * What to do.
     */
    suggestion: string;
    /**
     * The cells it is about.
     */
    cells: string[];
    /**
     * The failing relations it explains, its own first.
     */
    relations: string[];
    /**
     * The place to jump to.
     */
    range: Utf16Range;
    /**
     * Further places.
     */
    labels: Label[];
}

/**
 * How much a finding weighs.
 */
export type Severity = "error" | "warning" | "info";

/**
 * A place shown with a finding.
 */
export interface Label {
    /**
     * Where.
     */
    range: Utf16Range;
    /**
     * What stands there.
     */
    text: string;
}

/**
 * The smallest changes that would make every relation hold.
 */
export interface Repairs {
    /**
     * Whether `sets` are all the smallest ones.
     */
    exhaustive: boolean;
    /**
     * How many cells each changes; null where none was looked for.
     */
    size: number | null;
    /**
     * The sets.
     */
    sets: RepairSet[];
}

/**
 * A set of changes that together make every relation hold.
 */
export interface RepairSet {
    /**
     * The changes.
     */
    changes: Change[];
}

/**
 * A change of one cell.
 */
export interface Change {
    /**
     * The cell.
     */
    cell: string;
    /**
     * Its value; null for a blank.
     */
    from: number | null;
    /**
     * The value it must have, or the values it may have.
     */
    to: Target;
}

/**
 * The value a change leads to.
 */
export type Target = number | { min: number; max: number };

/**
 * Another report in the same text.
 */
export interface OtherReport {
    /**
     * Give this as `report` to check it.
     */
    index: number;
    /**
     * Its title.
     */
    title: string | null;
    /**
     * All of it.
     */
    range: Utf16Range;
}

/**
 * A place in the text: UTF-16 offsets, start included, end excluded.
 */
export type Utf16Range = [number, number];
