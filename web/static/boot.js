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

function makeWorker() {
  const address = policy ? policy.createScriptURL(workerAddress) : workerAddress;
  const worker = new Worker(address, { type: 'module' });
  worker.postMessage({ module: init.__wbindgen_wasm_module });
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

init().then(
  function () {
    start_page(makeWorker);
  },
  function (reason) {
    tell('核对程序未能启动，请确认浏览器允许运行 WebAssembly，然后刷新本页。（' + reason + '）');
  }
);
