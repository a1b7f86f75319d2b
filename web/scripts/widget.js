// <gouji-check>: the checker as an element of any page. This script is all that
// is loaded until the element is seen or focused; everything else lies beside it.
const NAME = 'gouji-check';
if (!self.customElements || self.customElements.get(NAME)) {
  return;
}
const home = new URL('.', document.currentScript.src).href;

const WORDS = {
  zh: {
    label: '政府信息公开工作年度报告核对',
    loading: '正在载入核对程序……',
    forbidden: '本页的安全策略不允许运行核对程序。请改用',
    failed: '核对程序未能载入。请刷新本页，或改用',
    old: '浏览器版本过低，不能运行核对程序。请使用 Chromium 78 以上内核的浏览器或 Firefox 115 以上版本，或改用',
    other: '单独的核对页',
    end: '。',
    nothing: '没有找到要核对的内容：',
  },
  en: {
    label: 'Checks annual reports on government information disclosure',
    loading: 'Loading the checker …',
    forbidden: "This page's policy does not let the checker run. Use",
    failed: 'The checker could not be loaded. Reload this page, or use',
    old: 'This browser is too old for the checker. Use one on Chromium 78 or later, Firefox 115 or later, or try',
    other: 'the checker on a page of its own',
    end: '.',
    nothing: 'There is nothing to check at ',
  },
};

// The program, loaded once for all elements of the page.
let program = null;

function loadProgram() {
  program =
    program ||
    new Promise(function (resolve, reject) {
      const script = document.createElement('script');
      script.goujiProgram = resolve;
      script.onerror = reject;
      script.src = trusted(home + 'gouji.js');
      document.head.appendChild(script);
    });
  return program;
}

// Where the page wants addresses of scripts to be declared as trusted, this
// one is.
let policy = null;

function trusted(address) {
  if (!self.trustedTypes || !self.trustedTypes.createPolicy) {
    return address;
  }
  policy =
    policy ||
    self.trustedTypes.createPolicy('gouji-check', {
      createScriptURL: function (address) {
        if (address !== home + 'gouji.js') {
          throw new TypeError('not an address of gouji');
        }
        return address;
      },
    });
  return policy.createScriptURL(address);
}

function summary(report) {
  function count(severity) {
    return report.findings.filter(function (finding) {
      return finding.severity === severity;
    }).length;
  }
  return {
    verdict: report.verdict,
    errors: count('error'),
    warnings: count('warning'),
    infos: count('info'),
    codes: report.findings.map(function (finding) {
      return finding.code;
    }),
    year: report.year,
    form: report.form,
  };
}

class GoujiCheck extends HTMLElement {
  static get observedAttributes() {
    return ['lang', 'year', 'issuer-kind', 'theme', 'density', 'readonly', 'hide', 'for', 'marks', 'src'];
  }

  constructor() {
    super();
    this.given = null;
    this.taken = '';
    this.asked = {};
    this.last = null;
    this.waiting = [];
    const root = this.attachShadow({ mode: 'open', delegatesFocus: true });
    for (const name of ['app.css', 'stacked.css', 'dark.css', 'widget.css']) {
      const style = document.createElement('link');
      style.rel = 'stylesheet';
      style.href = home + name;
      root.appendChild(style);
      if (name === 'dark.css') {
        this.dark = style;
      }
    }
    this.paint();
    this.place = document.createElement('div');
    this.place.className = 'place';
    this.place.setAttribute('part', 'checker');
    root.appendChild(this.place);
  }

  connectedCallback() {
    if (!this.hasAttribute('role')) {
      this.setAttribute('role', 'region');
    }
    if (!this.hasAttribute('aria-label') && !this.hasAttribute('aria-labelledby')) {
      this.setAttribute('aria-label', this.words.label);
    }
    if (this.widget || this.starting) {
      return;
    }
    this.say(this.words.loading, 'waiting');
    this.place.tabIndex = 0;
    this.place.addEventListener('focus', () => this.start(), { once: true });
    if (!self.IntersectionObserver) {
      this.start();
      return;
    }
    this.observer = new IntersectionObserver((entries) => {
      if (entries.some((entry) => entry.isIntersecting)) {
        this.start();
      }
    });
    this.observer.observe(this);
  }

  disconnectedCallback() {
    if (this.observer) {
      this.observer.disconnect();
    }
    // What is moved within the page is taken out and put in again.
    setTimeout(() => {
      if (!this.isConnected && this.widget) {
        this.widget.destroy();
        this.widget = null;
        this.starting = null;
        this.worker.terminate();
        this.forgetMarks();
      }
    }, 0);
  }

  attributeChangedCallback(name) {
    if (name === 'theme') {
      this.paint();
    }
    if (!this.widget) {
      return;
    }
    if (name === 'for' || name === 'src') {
      this.take();
    } else if (name === 'marks') {
      this.mark();
    } else {
      this.widget.set_options(this.settings());
    }
  }

  get words() {
    return (this.getAttribute('lang') || '').toLowerCase().startsWith('en') ? WORDS.en : WORDS.zh;
  }

  // ---------------------------------------------------------- what is public

  /** The text that is checked. */
  get value() {
    const field = this.shadowRoot.getElementById('source');
    return this.given !== null ? this.given : field ? field.value : this.taken;
  }

  set value(text) {
    this.given = String(text);
    this.give();
  }

  /** The last result, as `gouji check --format json` prints it; null before there is one. */
  get report() {
    return this.last;
  }

  /** Rules with another level, and what else the attributes do not say: `{ levels: [{ code, level }] }`. */
  get options() {
    return this.asked;
  }

  set options(options) {
    this.asked = options || {};
    if (this.widget) {
      this.widget.set_options(this.settings());
    }
  }

  /** Checks `text`, or again what is there, and promises the result. */
  check(text) {
    const answer = new Promise((resolve) => this.waiting.push(resolve));
    if (text !== undefined) {
      this.value = text;
    } else if (this.hasAttribute('for') || this.hasAttribute('src')) {
      this.take();
    } else {
      this.value = this.value;
    }
    this.start();
    return answer;
  }

  /** Empties the field. */
  clear() {
    this.value = '';
    this.last = null;
  }

  /** Chooses a finding of the report by its `id`, and shows its place. */
  focusFinding(id) {
    if (this.widget) {
      this.widget.focus_finding(id);
    }
  }

  /** With `for`: the places of the findings in the page around, each with the finding's `id`. */
  get marks() {
    if (!this.placeOf || !this.last) {
      return [];
    }
    const marks = [];
    for (const finding of this.last.findings) {
      for (const place of [finding].concat(finding.labels)) {
        const range = this.placeOf(place.range.start, place.range.end);
        if (range) {
          marks.push({ id: finding.id, severity: finding.severity, range: range, isChosen: finding.id === this.chosen });
        }
      }
    }
    return marks;
  }

  // --------------------------------------------------------- what is private

  start() {
    if (this.starting) {
      return;
    }
    this.starting = true;
    if (this.observer) {
      this.observer.disconnect();
    }
    if (!self.WebAssembly || !self.Worker) {
      this.fail('old', new Error('no WebAssembly'));
      return;
    }
    loadProgram()
      .then((program) => program.instantiate())
      .then((instance) => this.draw(instance))
      .catch((reason) => {
        const refused = /unsafe-eval|Content Security Policy|disallowed by embedder|blocked by CSP/i.test(String(reason));
        this.fail(refused ? 'forbidden' : 'failed', reason);
      });
  }

  draw(instance) {
    const makeWorker = () => {
      this.worker = instance.makeWorker();
      this.worker.addEventListener('message', (event) => {
        if (event.data.json) {
          this.checked(JSON.parse(event.data.json));
        }
      });
      return this.worker;
    };
    this.place.textContent = '';
    this.place.removeAttribute('tabindex');
    this.place.className = 'place';
    const root = document.createElement('div');
    this.place.appendChild(root);
    this.widget = new instance.glue.Widget(
      this.shadowRoot,
      root,
      this.settings(),
      makeWorker,
      instance.readApart,
      instance.explainRules
    );
    this.tell('gouji-ready', { version: instance.version });
    // Yew draws a moment later, and only then can it be told anything.
    setTimeout(() => {
      if (this.given !== null) {
        this.give();
      } else {
        this.take();
      }
    }, 0);
  }

  // Dark as the host says, else as the person's system does.
  paint() {
    const theme = this.getAttribute('theme');
    this.dark.media = theme === 'dark' ? 'all' : theme === 'light' ? 'not all' : '(prefers-color-scheme: dark)';
  }

  settings() {
    const density = this.getAttribute('density');
    const hidden = (this.getAttribute('hide') || '').split(/[\s,]+/).filter(Boolean);
    return JSON.stringify({
      lang: this.words === WORDS.en ? 'en' : 'zh',
      elder: density === 'large',
      readonly: this.hasAttribute('readonly') || this.hasAttribute('for') || this.hasAttribute('src'),
      hide: hidden,
      classes: density === 'compact' ? 'compact' : '',
      profile: {
        levels: this.asked.levels || [],
        year: Number(this.getAttribute('year')) || null,
        issuer_kind: this.getAttribute('issuer-kind'),
      },
    });
  }

  give() {
    if (this.widget) {
      this.widget.set_text(this.given);
      this.taken = this.given;
      this.given = null;
      this.forgetMarks();
    }
  }

  // Takes the report from the page around: an element, or a file of the same
  // server.
  take() {
    const selector = this.getAttribute('for');
    const address = this.getAttribute('src');
    if (selector) {
      const source = document.querySelector(selector);
      const text = source ? this.widget.set_html(source.outerHTML) : undefined;
      this.forgetMarks();
      if (text === undefined) {
        this.tell('gouji-error', { reason: 'nothing_to_check', message: this.words.nothing + selector });
        return;
      }
      this.taken = text;
      this.placeOf = placesWithin(source, text);
      this.painted = new Marks(source);
      this.watch();
    } else if (address) {
      const whole = new URL(address, document.baseURI);
      if (whole.origin !== location.origin) {
        this.tell('gouji-error', { reason: 'other_origin', message: this.words.nothing + whole.href });
        return;
      }
      fetch(whole.href)
        .then((answer) => (answer.ok ? answer.text() : Promise.reject(new Error(String(answer.status)))))
        .then((text) => {
          if (/^\s*</.test(text)) {
            this.taken = this.widget.set_html(text) || '';
          } else {
            this.widget.set_text(text);
            this.taken = text;
          }
        })
        .catch(() => this.tell('gouji-error', { reason: 'not_loaded', message: this.words.nothing + whole.href }));
    }
  }

  // A finding that is chosen is shown in the page around as well.
  watch() {
    this.observed = new MutationObserver(() => {
      const card = this.shadowRoot.querySelector('.finding.selected');
      const finding = card && this.last && this.last.findings[Number(card.getAttribute('data-finding'))];
      const chosen = finding ? finding.id : null;
      if (chosen === this.chosen) {
        return;
      }
      this.chosen = chosen;
      this.mark();
      const mark = this.marks.find((mark) => mark.isChosen);
      if (mark) {
        mark.range.startContainer.parentElement.scrollIntoView({ block: 'center' });
      }
    });
    this.observed.observe(this.place, { subtree: true, attributes: true, attributeFilter: ['class'] });
  }

  // All places where the page around asks for it, else those of the chosen finding.
  mark() {
    if (this.painted) {
      this.painted.show(this.hasAttribute('marks') ? this.marks : this.marks.filter((mark) => mark.isChosen));
    }
  }

  forgetMarks() {
    if (this.painted) {
      this.painted.takeAway();
      this.observed.disconnect();
    }
    this.painted = null;
    this.placeOf = null;
    this.chosen = null;
  }

  checked(report) {
    this.last = report;
    this.mark();
    const detail = summary(report);
    if (this.hasAttribute('share-text')) {
      detail.text = this.value;
      detail.report = report;
    }
    this.tell('gouji-checked', detail);
    this.waiting.splice(0).forEach((resolve) => resolve(report));
  }

  fail(word, reason) {
    this.say(this.words[word], 'failed');
    const link = document.createElement('a');
    link.href = home + 'embed.html';
    link.target = '_blank';
    link.rel = 'noopener';
    link.textContent = this.words.other;
    this.place.firstChild.append(link, this.words.end);
    this.tell('gouji-error', { reason: word, message: String(reason) });
  }

  say(sentence, kind) {
    const line = document.createElement('p');
    line.textContent = sentence;
    this.place.className = 'place ' + kind;
    this.place.textContent = '';
    this.place.appendChild(line);
  }

  tell(name, detail) {
    this.dispatchEvent(new CustomEvent(name, { bubbles: true, composed: true, detail: detail }));
  }
}

self.customElements.define(NAME, GoujiCheck);
