import type { CheckedReport, CheckOptions } from './gouji_wasm.js';

export type * from './gouji_wasm.js';

/** Loads the checker, which {@link check} does by itself. */
export function load(): Promise<void>;

/** The version of gouji. */
export function version(): Promise<string>;

/**
 * Checks the annual report in `text`. Ranges in the result are UTF-16 offsets, as
 * `text.slice` takes them.
 *
 * Rejects with a `GoujiError`, a `TypeError` where `text` is not a string or `options`
 * do not fit.
 */
export function check(text: string, options?: CheckOptions | null): Promise<CheckedReport>;

/**
 * Turns a document into the text that is checked: the bytes of a Word document, a
 * workbook, a PDF with text, a web page, Markdown, CSV or plain text, or HTML as a
 * string. `name` is the file's name, which helps where the bytes leave its kind open.
 *
 * Rejects with a {@link ConvertFailure}, a `TypeError` where `input` is none of these.
 */
export function convert(input: Uint8Array | ArrayBuffer | Blob | string, name?: string): Promise<string>;

/** What {@link convert} rejects with. */
export interface ConvertFailure extends Error {
  /** What is wrong with the document. */
  readonly code:
    | 'too_large'
    | 'too_much_inside'
    | 'encrypted'
    | 'damaged'
    | 'old_document'
    | 'old_workbook'
    | 'scanned_pdf'
    | 'unreadable_fonts'
    | 'picture'
    | 'empty'
    | 'unknown_kind'
    | 'unknown_encoding'
    | 'not_built_in'
    | 'not_a_document';
}

/** A checker in a worker of its own. */
export interface Checker {
  /** Checks as {@link check} does, away from the page or the main thread. */
  check(text: string, options?: CheckOptions | null): Promise<CheckedReport>;
  /** Ends the worker; what it was asked and has not answered is rejected. */
  terminate(): void;
}

/**
 * A checker in a worker of its own, for pages and servers that must not wait. In a
 * browser the package must come from the page's own origin. In Node the worker
 * keeps the program running until it is ended.
 */
export function createChecker(): Checker;
