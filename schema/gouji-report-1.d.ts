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
    /**
     * What the caller knows better than the text, or wants otherwise.
     */
    profile?: Profile;
    /**
     * Findings that a person found to be no problem.
     */
    set_aside?: SetAside[];
    /**
     * What blank cells count as where repairs are looked for.
     */
    blanks?: Blanks;
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
 * What a caller knows better than the text, or wants otherwise.
 */
export interface Profile {
    /**
     * Rules with another weight than their own.
     */
    levels?: RuleLevel[];
    /**
     * The year reported on; the one in the text is not asked then.
     */
    year?: number | null;
    /**
     * What kind of organ reports; its name is not asked then.
     */
    issuer_kind?: IssuerKind | null;
}

/**
 * A rule with another weight than its own.
 */
export interface RuleLevel {
    /**
     * The rule's code.
     */
    code: string;
    /**
     * The weight its findings are given.
     */
    level: Level;
}

/**
 * A weight given to a rule.
 */
export type Level = "off" | "error" | "warning" | "info";

/**
 * A kind of reporting organ.
 */
export type IssuerKind = "state_department" | "provincial_government" | "city_government" | "county_government" | "township_government" | "subdistrict" | "local_department" | "government_office" | "institution";

/**
 * A finding that a person found to be no problem.
 */
export interface SetAside {
    /**
     * The finding's `id`.
     */
    id: string;
    /**
     * Why, in the person's words.
     */
    reason?: string;
}

/**
 * What was wrong with a call, for programs to look at.
 */
export type ErrorCode = "text_not_a_string" | "invalid_options" | "unknown_cell" | "unknown_rule" | "not_a_number" | "internal";

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
     * The kinds the organ may be of, by its name or as given.
     */
    issuer_kinds: IssuerKind[];
    /**
     * The year reported on, as given, else as printed.
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
     * What would be said, had a person not set it aside.
     */
    set_aside: Finding[];
    /**
     * What the caller asked for.
     */
    profile: Profile;
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
 * What a reading of a table rests on.
 */
export type Confirmation = "grid" | "order" | "columns" | "sums";

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
     * What it is about: a cell, or several joined with `+`. Where the words
     * can mean different things, those are joined with `|`, the likeliest first.
     * A share has a `/` in each: what it is a share of stands behind it.
     */
    subject: string;
    /**
     * The figure.
     */
    value: Quantity;
    /**
     * The words that state it.
     */
    quote: string;
    /**
     * Their place.
     */
    range: Utf16Range;
    /**
     * The figure's place within them.
     */
    figure: Utf16Range;
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
     * What it is known by from one check to the next, wherever it stands.
     */
    id: string;
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
    /**
     * The `id` of the finding whose cause is also this one's.
     */
    follows?: string;
    /**
     * Why a person set it aside; only in `set_aside`.
     */
    reason?: string;
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
     * Whether every smallest set was found; of many, only the most plausible
     * are in `sets`.
     */
    exhaustive: boolean;
    /**
     * How many cells each set changes, 0 where nothing fails; null where the
     * search was given up before one was found.
     */
    size: number | null;
    /**
     * Sets of fewer cells than this do not exist.
     */
    at_least: number;
    /**
     * How many smallest sets were found.
     */
    found: number;
    /**
     * The most plausible of them, the best first; none is said to be the truth.
     */
    sets: RepairSet[];
    /**
     * Why nothing smaller works, for each part of the report that shares no
     * cell with the others.
     */
    proofs: Proof[];
    /**
     * What the sets are and what to do with them; empty where nothing fails.
     */
    advice: string;
}

/**
 * A set of changes that together make every relation hold.
 */
export interface RepairSet {
    /**
     * Its name, made of what it changes: the same from one check to the next.
     */
    id: string;
    /**
     * The changes.
     */
    changes: Change[];
    /**
     * The claims, by their index in `claims`, that agree with the tables once
     * these are changed, and did not before.
     */
    agreeing: number[];
    /**
     * The claims that would no longer agree.
     */
    contradicted: number[];
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
    /**
     * Of several values, one that goes together with those of the other
     * changes of the set.
     */
    example?: number;
    /**
     * What the slip may have been, where it looks like one that people make.
     */
    slip?: Slip;
}

/**
 * The value a change leads to.
 */
export type Target = number | { min: number | null; max: number | null };

/**
 * What a wrong number may have been.
 */
export interface Slip {
    /**
     * Which kind of slip.
     */
    kind: SlipKind;
    /**
     * The other cell it has to do with.
     */
    cell: string | null;
    /**
     * The same in words, to be read after the change.
     */
    words: string;
}

/**
 * A kind of slip.
 */
export type SlipKind = "exchanged" | "belongs_to" | "stands_at" | "digit_missing" | "digit_extra" | "digits_swapped" | "digit_confused" | "omits" | "counts_twice" | "copied" | "stale_total";

/**
 * Why a part of a report cannot be mended with fewer changes.
 */
export interface Proof {
    /**
     * The relations that fail in it.
     */
    failing: string[];
    /**
     * How many cells a smallest set changes; null where none was found.
     */
    size: number | null;
    /**
     * Fewer changes than this do not do.
     */
    at_least: number;
    /**
     * Failing relations that share no cell, so that each needs a change of
     * its own: as many as `at_least`. Empty where all smaller sets were tried instead.
     */
    disjoint: string[];
    /**
     * The same in words.
     */
    words: string;
}

/**
 * What a blank cell counts as, where repairs are looked for.
 */
export type Blanks = "as_the_table_reads" | "zero" | "unknown";

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
