// gouji for Node and for browsers: each part is loaded when it is first used.
// Written in what Chromium 78 knows, and shipped as it stands.
import initChecker, { check as checkNow, version as versionNow } from './gouji_wasm.js';
import initConverter, { convert as convertNow } from './gouji_convert_wasm.js';

// In this form bundlers see that these two belong to the package.
export const CHECKER = new URL('./gouji_wasm_bg.wasm', import.meta.url);
const CONVERTER = new URL('./gouji_convert_wasm_bg.wasm', import.meta.url);

// What a caller did wrong; all else is no TypeError.
const OF_THE_CALL = ['text_not_a_string', 'invalid_options', 'not_a_document'];

/** An error with a code. */
export function failure(message, code) {
  const error = OF_THE_CALL.includes(code) ? new TypeError(message) : new Error(message);
  return Object.assign(error, { code: code });
}

/** The package, where `read` makes of an address what WebAssembly can be loaded of. */
export function packageThatReads(read) {
  const checker = part(initChecker, CHECKER);
  const converter = part(initConverter, CONVERTER);

  // A part is loaded once; what failed is tried again when it is asked for again.
  function part(init, address) {
    let loading = null;
    return function () {
      loading =
        loading ||
        Promise.resolve(read(address))
          .then((source) => init({ module_or_path: source }))
          .catch((reason) => {
            loading = null;
            throw reason;
          });
      return loading;
    };
  }

  return {
    async load() {
      await checker();
    },

    async version() {
      await checker();
      return versionNow();
    },

    async check(text, options) {
      await checker();
      try {
        return checkNow(text, options);
      } catch (error) {
        throw error.code ? failure(error.message, error.code) : error;
      }
    },

    async convert(input, name) {
      const bytes = await bytesOf(input);
      await converter();
      const called = name || (typeof input === 'string' ? 'report.html' : '');
      try {
        return convertNow(called, bytes);
      } catch (reason) {
        if (typeof reason !== 'string') {
          throw reason;
        }
        const text = reason === 'unknown_encoding' ? gb18030(bytes) : null;
        if (text !== null) {
          return convertNow(called, new TextEncoder().encode(text));
        }
        throw failure('the document cannot be read: ' + reason, reason);
      }
    },
  };
}

async function bytesOf(input) {
  if (typeof input === 'string') {
    return new TextEncoder().encode(input);
  }
  const kind = Object.prototype.toString.call(input);
  if (kind === '[object Blob]' || kind === '[object File]') {
    return new Uint8Array(await input.arrayBuffer());
  }
  if (ArrayBuffer.isView(input)) {
    return new Uint8Array(input.buffer, input.byteOffset, input.byteLength);
  }
  if (kind === '[object ArrayBuffer]') {
    return new Uint8Array(input);
  }
  throw failure('the document to convert must be a Uint8Array, an ArrayBuffer, a Blob, or HTML as a string', 'not_a_document');
}

// The other encoding of Chinese text, which every engine can read by itself.
function gb18030(bytes) {
  try {
    return new TextDecoder('gb18030', { fatal: true }).decode(bytes);
  } catch (wrong) {
    return null;
  }
}

/**
 * A checker in a worker that `start` starts; it is told what to do with an answer
 * and with the worker's failure. After a failure or a mistake of gouji's own the
 * next question starts a fresh one.
 */
export function checkerIn(start) {
  const waiting = new Map();
  let worker = null;
  let asked = 0;

  function end(reason) {
    if (worker) {
      worker.terminate();
      worker = null;
    }
    waiting.forEach((asker) => asker.reject(reason));
    waiting.clear();
  }

  function answered(answer) {
    const asker = waiting.get(answer.id);
    waiting.delete(answer.id);
    if (!asker) {
      return;
    }
    if (!answer.error) {
      asker.resolve(answer.report);
      return;
    }
    const error = failure(answer.error.message, answer.error.code);
    asker.reject(error);
    if (error.code === 'internal' || error.code === 'not_loaded') {
      end(error);
    }
  }

  return {
    check(text, options) {
      return new Promise((resolve, reject) => {
        worker = worker || start(answered, end);
        asked += 1;
        worker.postMessage({ id: asked, text: text, options: options });
        waiting.set(asked, { resolve: resolve, reject: reject });
      });
    },

    terminate() {
      end(failure('the checker was ended', 'terminated'));
    },
  };
}
