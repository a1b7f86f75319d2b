// Loads the program once and starts the page; the worker is given the module
// that was compiled here, so there is one download and one compilation.
import init, { start_page } from './app.js';

const workerAddress = new URL('./worker.js', import.meta.url).href;

// Where the browser wants addresses of scripts to be declared as trusted, only
// this one is.
const policy =
  self.trustedTypes && self.trustedTypes.createPolicy
    ? self.trustedTypes.createPolicy('gouji', {
        createScriptURL: function (address) {
          if (address !== workerAddress) {
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

function makeWorker() {
  const address = policy ? policy.createScriptURL(workerAddress) : workerAddress;
  const worker = new Worker(address, { type: 'module' });
  worker.postMessage({ module: compiled });
  return worker;
}

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
    start_page(makeWorker);
  })
  .catch(function (reason) {
    tell('核对程序未能启动，请确认浏览器允许运行 WebAssembly，然后刷新本页。（' + reason + '）');
  });
