// Loads the program once and starts the page; the worker is given the module
// that was compiled here, so there is one download and one compilation.
import init, { start_page } from './app.js';

const checkerAddress = new URL('./worker.js', import.meta.url).href;
const converterAddress = new URL('./converter.js', import.meta.url).href;

// How long the program that reads files may take to load, and how long to read
// one, in milliseconds. A document of sixty pages takes it a tenth of a second.
const LOADING_PATIENCE = 60000;
const READING_PATIENCE = 20000;

// Where the browser wants addresses of scripts to be declared as trusted, only
// these are.
const policy =
  self.trustedTypes && self.trustedTypes.createPolicy
    ? self.trustedTypes.createPolicy('gouji', {
        createScriptURL: function (address) {
          if (address !== checkerAddress && address !== converterAddress) {
            throw new TypeError('not an address of gouji');
          }
          return address;
        },
      })
    : null;

let compiled;

// Streaming wants the right content type; not every server gives it.
function compile(address) {
  function fromBytes() {
    return fetch(address)
      .then(function (response) {
        return response.arrayBuffer();
      })
      .then(function (bytes) {
        return WebAssembly.compile(bytes);
      });
  }
  return WebAssembly.compileStreaming
    ? WebAssembly.compileStreaming(fetch(address)).catch(fromBytes)
    : fromBytes();
}

function newWorker(address) {
  return new Worker(policy ? policy.createScriptURL(address) : address, { type: 'module' });
}

function makeWorker() {
  const worker = newWorker(checkerAddress);
  worker.postMessage({ module: compiled });
  return worker;
}

// Ends the reading of a file, if one is being read.
let endReading = function () {};

// Has a file read by a worker that lives for this file alone, and promises its
// `text` or an `error`. Without a file it only ends what is under way.
function readApart(name, bytes) {
  endReading();
  if (!bytes) {
    return undefined;
  }
  return new Promise(function (resolve) {
    const worker = newWorker(converterAddress);
    let failure = 'not_loaded';
    let patience = 0;
    function end(answer) {
      clearTimeout(patience);
      worker.terminate();
      endReading = function () {};
      resolve(answer);
    }
    function waitFor(time, error) {
      clearTimeout(patience);
      patience = setTimeout(end, time, { error: error });
    }
    worker.onmessage = function (event) {
      if (event.data.ready) {
        failure = 'stopped';
        waitFor(READING_PATIENCE, 'timed_out');
      } else {
        end(event.data);
      }
    };
    worker.onerror = worker.onmessageerror = function (event) {
      event.preventDefault();
      end({ error: failure });
    };
    endReading = function () {
      end({ error: 'given_up' });
    };
    waitFor(LOADING_PATIENCE, failure);
    worker.postMessage({ name: name, bytes: bytes }, [bytes]);
  });
}

// Promises the explanations of the rules in a language. They are loaded with
// the page, because later there may be no network, and after all else.
function explainRules(language) {
  const address = new URL('./rules.' + language + '.json', import.meta.url).href;
  return fetch(address, { priority: 'low' }).then(function (response) {
    return response.ok ? response.text() : '';
  });
}

// What is folded on the screen is printed.
self.addEventListener('beforeprint', function () {
  document.querySelectorAll('#results details').forEach(function (folded) {
    folded.open = true;
  });
});

function tell(sentence) {
  const place = document.getElementById('app');
  place.textContent = '';
  const line = document.createElement('p');
  line.className = 'starting';
  line.setAttribute('role', 'alert');
  line.textContent = sentence;
  place.appendChild(line);
}

// A panic leaves the program unusable. The text has been kept in this tab.
self.addEventListener('error', function (event) {
  if (event.error instanceof WebAssembly.RuntimeError) {
    tell('页面程序意外停止。文字已暂存在本标签页，请刷新本页继续。');
  }
});

compile(new URL('./app_bg.wasm', import.meta.url).href)
  .then(function (module) {
    compiled = module;
    return init({ module_or_path: module });
  })
  .then(function () {
    start_page(makeWorker, readApart, explainRules);
  })
  .catch(function (reason) {
    tell('核对程序未能启动，请确认浏览器允许运行 WebAssembly，然后刷新本页。（' + reason + '）');
  });
