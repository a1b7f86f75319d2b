// gouji for Node and for browsers: each part is loaded when it is first used.
import initChecker, { check as checkNow, version as versionNow } from './gouji_wasm.js';
import initConverter, { convert as convertNow } from './gouji_convert_wasm.js';

const isNode = typeof process !== 'undefined' && Boolean(process.versions && process.versions.node);

// Node reads its own files, and bundlers see that these two belong to the package.
const CHECKER = new URL('./gouji_wasm_bg.wasm', import.meta.url);
const CONVERTER = new URL('./gouji_convert_wasm_bg.wasm', import.meta.url);

async function source(address) {
  if (!isNode || address.protocol !== 'file:') {
    return address;
  }
  const { readFile } = await import(/* @vite-ignore */ 'node:fs/promises');
  return readFile(address);
}

let checker = null;
let converter = null;

function once(init, address) {
  return source(address).then((module_or_path) => init({ module_or_path }));
}

/** Loads the checker, which `check` does by itself. */
export function load() {
  checker = checker || once(initChecker, CHECKER);
  return checker.then(() => undefined);
}

/** Checks the annual report in `text`. */
export async function check(text, options) {
  await load();
  return checkNow(text, options);
}

/** The version of gouji. */
export async function version() {
  await load();
  return versionNow();
}

// The other encoding of Chinese text, which every engine can read by itself.
function gb18030(bytes) {
  try {
    return new TextDecoder('gb18030', { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

/**
 * Turns a document into the text that is checked: the bytes of a file of any kind
 * that gouji reads, or HTML as a string. `name` helps where the bytes leave the
 * kind open.
 */
export async function convert(input, name) {
  converter = converter || once(initConverter, CONVERTER);
  await converter;
  const isHtml = typeof input === 'string';
  const bytes = isHtml
    ? new TextEncoder().encode(input)
    : input instanceof Uint8Array
      ? input
      : new Uint8Array(typeof Blob !== 'undefined' && input instanceof Blob ? await input.arrayBuffer() : input);
  const called = name || (isHtml ? 'report.html' : '');
  try {
    return convertNow(called, bytes);
  } catch (reason) {
    if (typeof reason !== 'string') {
      throw reason;
    }
    if (reason === 'unknown_encoding') {
      const unicode = gb18030(bytes);
      if (unicode !== null) {
        return convertNow(called, new TextEncoder().encode(unicode));
      }
    }
    throw Object.assign(new Error(`this document cannot be read: ${reason}`), { code: reason });
  }
}

/**
 * A checker in a worker of its own, for pages that must not wait. Browsers only.
 */
export function createChecker() {
  const worker = new Worker(new URL('./worker.js', import.meta.url), { type: 'module' });
  const waiting = new Map();
  let asked = 0;
  worker.onmessage = ({ data }) => {
    const { resolve, reject } = waiting.get(data.id);
    waiting.delete(data.id);
    if (data.error) {
      reject(Object.assign(new Error(data.error.message), { code: data.error.code }));
    } else {
      resolve(data.report);
    }
  };
  worker.onerror = (event) => {
    waiting.forEach(({ reject }) => reject(new Error(event.message || 'the worker could not be started')));
    waiting.clear();
  };
  return {
    check(text, options) {
      asked += 1;
      worker.postMessage({ id: asked, text, options });
      return new Promise((resolve, reject) => waiting.set(asked, { resolve, reject }));
    },
    terminate() {
      worker.terminate();
    },
  };
}
