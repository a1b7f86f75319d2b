import type { CheckedReport, CheckOptions } from './gouji_wasm.js';

export type * from './gouji_wasm.js';

/** Loads the checker, which {@link check} does by itself. */
export function load(): Promise<void>;

/**
 * Checks the annual report in `text`. Ranges in the result are UTF-16 offsets, as
 * `text.slice` takes them.
 *
 * Rejects with a `GoujiError` where `text` is not a string or `options` do not fit.
 */
export function check(text: string, options?: CheckOptions | null): Promise<CheckedReport>;

/** The version of gouji. */
export function version(): Promise<string>;

/**
 * Turns a document into the text that is checked: the bytes of a Word document, a
 * workbook, a PDF with text, a web page, Markdown, CSV or plain text, or HTML as a
 * string. `name` is the file's name, which helps where the bytes leave its kind open.
 *
 * Rejects with an error whose `code` says what is wrong with the document.
 */
export function convert(input: Uint8Array | ArrayBuffer | Blob | string, name?: string): Promise<string>;

/** A checker in a worker of its own. */
export interface Checker {
  check(text: string, options?: CheckOptions | null): Promise<CheckedReport>;
  terminate(): void;
}

/** A checker in a worker of its own, for pages that must not wait. Browsers only. */
export function createChecker(): Checker;
