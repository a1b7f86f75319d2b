// The program of gouji in one classic script: it starts the page, serves the
// widget, and in a worker it is the checker. Engines before Chromium 80 have no
// workers of modules, and files on a disk may load none.
//
// The build puts `makeGlue` before it, a function that gives a fresh instance of
// what wasm-bindgen wrote, so that several widgets do not share one memory,
// `NAMES`, by which the files are served, and `MODULE`, the file that the glue is
// for: it makes two scripts of this one, and that with the module which has
// English words is loaded only where English is asked for.

// How long the program that reads files may take to load, and how long to read
// one, in milliseconds. A document of sixty pages takes it a tenth of a second.
const LOADING_PATIENCE = 60000;
const READING_PATIENCE = 20000;

if (typeof document === 'undefined') {
  beChecker();
} else {
  beProgram(document.currentScript);
}

// ---------------------------------------------------------------- in a worker

// Answers what the page asks, away from it, so that it never has to wait.
function beChecker() {
  const glue = makeGlue();
  let ready = false;
  const early = [];

  function answer(question) {
    try {
      const json = glue.check_json(question.text, question.options);
      self.postMessage({ revision: question.revision, json: json });
    } catch (error) {
      self.postMessage({ revision: question.revision, error: String(error) });
    }
  }

  self.onmessage = function (event) {
    const message = event.data;
    if (message.module) {
      glue({ module_or_path: message.module }).then(
        function () {
          ready = true;
          self.postMessage({ ready: true });
          early.splice(0).forEach(answer);
        },
        function (error) {
          // Only an error that nobody caught reaches the page as an error event.
          setTimeout(function () {
            throw error;
          }, 0);
        }
      );
    } else if (ready) {
      answer(message);
    } else {
      early.push(message);
    }
  };
}

// ------------------------------------------------------------------ in a page

function beProgram(script) {
  // In the single file there are no other files: they lie in the document, and
  // what is to run in a worker is made an address of.
  const kept = self.goujiFiles;
  const home = kept ? '' : new URL('.', script.src).href;
  const addresses = {
    checker: kept ? addressOf(script.textContent) : script.src,
    converter: kept ? addressOf(kept.text('convert.js')) : home + served('convert.js'),
    withEnglish: home + served('gouji_en.js'),
  };

  // Where the browser wants addresses of scripts to be declared as trusted, only
  // these are. Of one name there may be one policy only.
  const policy =
    script.goujiPolicy ||
    (self.trustedTypes && self.trustedTypes.createPolicy
      ? self.trustedTypes.createPolicy('gouji', {
          createScriptURL: function (address) {
            if (Object.values(addresses).indexOf(address) < 0) {
              throw new TypeError('not an address of gouji');
            }
            return address;
          },
          // What is typed into a field at once is text written out as HTML.
          createHTML: function (text) {
            if (/<|&(?!amp;|lt;)/.test(text)) {
              throw new TypeError('not a text');
            }
            return text;
          },
        })
      : null);

  let compiled = null;
  let withEnglish = null;

  function addressOf(text) {
    return URL.createObjectURL(new Blob([text], { type: 'text/javascript' }));
  }

  function trusted(address) {
    return policy ? policy.createScriptURL(address) : address;
  }

  function type(html) {
    return document.execCommand('insertHTML', false, policy ? policy.createHTML(html) : html);
  }

  function newWorker(address) {
    return new Worker(trusted(address));
  }

  // An instance of the program in a language: the one with English words where
  // they are asked for and can be loaded.
  function instantiate(language) {
    return language === 'en' && MODULE === 'gouji_bg.wasm'
      ? instantiateWithEnglish().catch(instantiateThis)
      : instantiateThis();
  }

  function instantiateThis() {
    compiled = compiled || (kept ? WebAssembly.compile(kept.bytes(MODULE)) : compile(home + served(MODULE)));
    return compiled.then(function (module) {
      const glue = makeGlue();

      function makeWorker() {
        const worker = newWorker(addresses.checker);
        worker.postMessage({ module: module });
        return worker;
      }

      return glue({ module_or_path: module }).then(function () {
        glue.type_with(type);
        return {
          glue: glue,
          version: glue.version(),
          makeWorker: makeWorker,
          readApart: fileReader(),
          explainRules: explainRules,
          loadEnglish: loadEnglish,
        };
      });
    });
  }

  // An instance of the other script, which has English words.
  function instantiateWithEnglish() {
    withEnglish =
      withEnglish ||
      new Promise(function (resolve, reject) {
        const other = document.createElement('script');
        other.goujiProgram = resolve;
        other.goujiPolicy = policy;
        other.onerror = reject;
        other.src = trusted(addresses.withEnglish);
        document.head.appendChild(other);
      });
    return withEnglish
      .then(function (program) {
        return program.instantiate();
      })
      .catch(function (reason) {
        // Whoever asks again may have a network by then.
        withEnglish = null;
        throw reason;
      });
  }

  // Promises a function for the program: told all that it knows, it has
  // `takeOver` put an instance with English words in its place.
  function loadEnglish(takeOver) {
    return instantiateWithEnglish().then(function (instance) {
      return function (handover) {
        // Not before the program has finished what it is at.
        Promise.resolve().then(function () {
          takeOver(instance, handover);
        });
      };
    });
  }

  // Has a file read by a worker that lives for this file alone, and promises its
  // `text` or an `error`. Without a file it only ends what is under way.
  function fileReader() {
    let endReading = function () {};
    return function readApart(name, bytes) {
      endReading();
      if (!bytes) {
        return undefined;
      }
      return new Promise(function (resolve) {
        const worker = newWorker(addresses.converter);
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
        const module = kept ? kept.bytes('convert_bg.wasm') : home + served('convert_bg.wasm');
        worker.postMessage({ module: module, name: name, bytes: bytes }, [bytes]);
      });
    };
  }

  // Promises the explanations of the rules in a language. They are loaded with
  // the page, because later there may be no network, and after all else.
  function explainRules(language) {
    const name = 'rules.' + language + '.json';
    if (kept) {
      return Promise.resolve(kept.text(name));
    }
    return fetch(home + served(name), { priority: 'low' }).then(function (response) {
      return response.ok ? response.text() : '';
    });
  }

  if (script.goujiProgram) {
    script.goujiProgram({ instantiate: instantiate });
    return;
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

  // On a site of its own the page works without a network from the second visit.
  if (NAMES['sw.js'] && navigator.serviceWorker) {
    const address = home + NAMES['sw.js'];
    addresses.site = address;
    navigator.serviceWorker.register(policy ? policy.createScriptURL(address) : address).catch(function () {
      // Some browsers forbid it, in private windows for one. It is no loss today.
    });
  }

  // What is folded on the screen is printed.
  self.addEventListener('beforeprint', function () {
    document.querySelectorAll('#results details').forEach(function (folded) {
      folded.open = true;
    });
  });

  // A panic leaves the program unusable. The text has been kept in this tab.
  self.addEventListener('error', function (event) {
    if (event.error instanceof WebAssembly.RuntimeError) {
      tell('页面程序意外停止。文字已暂存在本标签页，请刷新本页继续。');
    }
  });

  function startPage(instance, handover) {
    let worker = null;
    const page = instance.glue.start_page(
      function () {
        worker = instance.makeWorker();
        return worker;
      },
      instance.readApart,
      instance.explainRules,
      function () {
        return instance.loadEnglish(function (next, told) {
          page.destroy();
          worker.terminate();
          startPage(next, told);
        });
      },
      handover
    );
  }

  if (!self.WebAssembly || !self.Worker) {
    tell('浏览器版本过低，不能运行核对程序。请改用 Chromium 78 以上内核的浏览器，或者 Firefox 115 以上版本。');
    return;
  }
  instantiate(languageKept())
    .then(function (instance) {
      startPage(instance);
    })
    .catch(function (reason) {
      const isForbidden = /unsafe-eval|Content Security Policy|disallowed by embedder|blocked by CSP/i.test(String(reason));
      tell(
        isForbidden
          ? '本网站的安全策略不允许运行 WebAssembly，核对程序不能启动。请告知网站管理员，或者改用单文件版 gouji.html。'
          : '核对程序未能启动，请确认浏览器允许运行 WebAssembly，然后刷新本页。（' + reason + '）'
      );
    });
}

// The language that was chosen before in this tab; the program keeps it.
function languageKept() {
  try {
    return JSON.parse(sessionStorage.getItem('gouji.settings.1')).lang;
  } catch (error) {
    return 'zh';
  }
}

// The name under which a file is served.
function served(name) {
  return NAMES[name] || name;
}

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
