// <gouji-check>: the checker as an element of any page. This script is all that
// is loaded until the element is seen or focused; everything else lies beside it.
//
// What is said of it in comments of two stars is what people read in
// `custom-elements.json` and `gouji-check.d.ts`; `xtask` makes both of this file
// and refuses an attribute or an event of which nothing is said.
(function () {
  'use strict';
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

  /**
   * What `gouji-ready` tells.
   *
   * @typedef ReadyDetail
   * @property {string} version - The version of gouji.
   */

  /**
   * What `gouji-checked` tells: nothing of the text, unless `share-text` is set.
   *
   * @typedef CheckedDetail
   * @property {Verdict} verdict - The one line on top.
   * @property {number} errors - How many findings must be corrected.
   * @property {number} warnings - How many are to be verified.
   * @property {number} infos - How many are notes.
   * @property {string[]} codes - The code of each finding's rule, in the order of the text.
   * @property {number | null} year - The year reported on.
   * @property {FormName | null} form - The form of that year.
   * @property {string} [text] - The text; only with `share-text`.
   * @property {CheckedReport} [report] - The result; only with `share-text`.
   */

  /**
   * What `gouji-error` tells.
   *
   * @typedef ErrorDetail
   * @property {ErrorReason} reason - What went wrong, for programs.
   * @property {string} message - The same for people.
   */

  /**
   * Why there is no checker, or nothing to check: the browser is too `old`, the
   * page's policy `forbidden` it, loading it `failed`; `for` or `src` led to
   * `nothing_to_check`, to an `other_origin`, or to what was `not_loaded`.
   *
   * @typedef {'old' | 'forbidden' | 'failed' | 'nothing_to_check' | 'other_origin' | 'not_loaded'} ErrorReason
   */

  /**
   * The place of a finding in the page around.
   *
   * @typedef Mark
   * @property {string} id - The finding's `id` in the result.
   * @property {Severity} severity - The finding's weight.
   * @property {Range} range - The place.
   * @property {boolean} isChosen - Whether the finding is the chosen one.
   */

  /**
   * What the attributes cannot say.
   *
   * @typedef CheckerOptions
   * @property {RuleLevel[]} [levels] - Rules with another weight than their own.
   */

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

  /**
   * The checker of annual reports on government information disclosure
   * (政府信息公开工作年度报告) as an element of any page. Nothing is sent anywhere.
   *
   * @attr {'zh-CN' | 'en'} lang=zh-CN - The language of everything shown.
   * @attr {number} year - The year reported on; else the one in the text.
   * @attr {IssuerKind} issuer-kind - What kind of organ reports; else its name says so.
   * @attr {'auto' | 'light' | 'dark'} theme=auto - Light, dark, or as the person's system asks for.
   * @attr {'comfortable' | 'compact' | 'large'} density=comfortable - How large everything is; `large` is for elderly people.
   * @attr {boolean} readonly - The text can be read and not changed.
   * @attr {string} hide - What is not shown, with blanks between: `header`, `source`, `footer`.
   * @attr {string} for - A selector: the element of the page that is checked, with its tables.
   * @attr {boolean} marks - With `for`: all places of findings are marked in the page, not only those of the chosen one.
   * @attr {string} src - The address of a page or a text of the same origin that is checked.
   * @attr {boolean} share-text - The event `gouji-checked` carries the text and the result.
   *
   * @fires {ReadyDetail} gouji-ready - The checker is loaded and can be used.
   * @fires {CheckedDetail} gouji-checked - A text was checked, after each change of it.
   * @fires {ErrorDetail} gouji-error - The checker could not be loaded, or there is nothing to check.
   *
   * @csspart checker - All that is shown.
   */
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
      this.place = document.createElement('div');
      this.place.className = 'place';
      this.place.setAttribute('part', 'checker');
      // Until the styles are loaded, which is when it is seen.
      this.place.style.display = 'block';
      this.place.style.minHeight = '320px';
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
      this.observer.observe(this.place);
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

    /**
     * The text that is checked.
     *
     * @type {string}
     */
    get value() {
      const field = this.shadowRoot.getElementById('source');
      return this.given !== null ? this.given : field ? field.value : this.taken;
    }

    set value(text) {
      this.given = String(text);
      this.give();
    }

    /**
     * The last result, as `gouji check --format json` prints it; null before there is one.
     *
     * @type {CheckedReport | null}
     */
    get report() {
      return this.last;
    }

    /**
     * What the attributes cannot say: `{ levels: [{ code: 'GJ301', level: 'off' }] }`.
     *
     * @type {CheckerOptions}
     */
    get options() {
      return this.asked;
    }

    set options(options) {
      this.asked = options || {};
      if (this.widget) {
        this.widget.set_options(this.settings());
      }
    }

    /**
     * Checks a text, or again what is there.
     *
     * @param {string} [text] - The text; else what `for` or `src` names, or the field holds.
     * @returns {Promise<CheckedReport>} The result.
     */
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

    /**
     * Empties the field.
     *
     * @returns {void}
     */
    clear() {
      this.value = '';
      this.last = null;
    }

    /**
     * Chooses a finding and shows its place.
     *
     * @param {string} id - The finding's `id` in the result.
     * @returns {void}
     */
    focusFinding(id) {
      if (this.widget) {
        this.widget.focus_finding(id);
      }
    }

    /**
     * With `for`: the places of the findings in the page around.
     *
     * @type {Mark[]}
     */
    get marks() {
      if (!this.placeOf || !this.last) {
        return [];
      }
      const marks = [];
      for (const finding of this.last.findings) {
        for (const place of [finding].concat(finding.labels)) {
          const range = this.placeOf(place.range[0], place.range[1]);
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
      this.dress();
      if (!self.WebAssembly || !self.Worker) {
        this.fail('old', new Error('no WebAssembly'));
        return;
      }
      loadProgram()
        .then((program) => program.instantiate(this.words === WORDS.en ? 'en' : 'zh'))
        .then((instance) => this.draw(instance))
        .catch((reason) => {
          const refused = /unsafe-eval|Content Security Policy|disallowed by embedder|blocked by CSP/i.test(String(reason));
          this.fail(refused ? 'forbidden' : 'failed', reason);
        });
    }

    // `handover` is what the widget knew whose place this instance takes.
    draw(instance, handover) {
      const makeWorker = () => {
        this.worker = instance.makeWorker();
        this.worker.addEventListener('message', (event) => {
          if (event.data.json) {
            // The checker hears of it at the same time; it is told once that is done.
            setTimeout(() => this.checked(JSON.parse(event.data.json)), 0);
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
        instance.explainRules,
        () =>
          instance.loadEnglish((next, told) => {
            this.widget.destroy();
            this.worker.terminate();
            this.draw(next, told);
          }),
        handover
      );
      if (handover) {
        return;
      }
      this.tell('gouji-ready', { version: instance.version });
      if (this.given !== null) {
        this.give();
      } else {
        this.take();
      }
    }

    dress() {
      if (this.dark) {
        return;
      }
      for (const name of ['app.css', 'stacked.css', 'dark.css', 'widget.css']) {
        const style = document.createElement('link');
        style.rel = 'stylesheet';
        style.href = home + name;
        this.shadowRoot.insertBefore(style, this.place);
        if (name === 'dark.css') {
          this.dark = style;
        }
      }
      this.paint();
    }

    // Dark as the host says, else as the person's system does.
    paint() {
      if (!this.dark) {
        return;
      }
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
})();
