// What a person does with a form, done in the page, in words that every engine
// from Chromium 78 on understands.
(function () {
  'use strict';
  const PATIENCE = 30000;

  // Waits until `look` finds something, and promises it.
  function until(what, look) {
    const begun = Date.now();
    return new Promise(function (resolve, reject) {
      (function again() {
        let found = null;
        try {
          found = look();
        } catch (error) {
          // It may not be there yet.
        }
        if (found) {
          resolve(found);
        } else if (Date.now() - begun > PATIENCE) {
          reject(new Error('waited for ' + what));
        } else {
          setTimeout(again, 20);
        }
      })();
    });
  }

  // Where a checker is drawn: the document, or the shadow of an element, within a
  // frame where one is named.
  function ground(selector, frame) {
    const page = frame ? document.querySelector(frame).contentDocument : document;
    return selector ? page.querySelector(selector).shadowRoot : page;
  }

  // Pastes a text, as the browser tells the page of it.
  function paste(source, text) {
    const view = source.ownerDocument.defaultView;
    const carried = new view.DataTransfer();
    carried.setData('text/plain', text);
    source.focus();
    source.select();
    const told = new view.ClipboardEvent('paste', {
      clipboardData: carried,
      bubbles: true,
      cancelable: true,
      composed: true,
    });
    if (source.dispatchEvent(told)) {
      // The page leaves it to the browser, which a script is not.
      source.setRangeText(text, 0, source.value.length, 'end');
      source.dispatchEvent(new view.InputEvent('input', { bubbles: true, composed: true, inputType: 'insertFromPaste' }));
    }
  }

  // What is on the screen: the codes of the findings in their order, what is said
  // on top of them, and how many tables there are.
  function seen(root) {
    return {
      codes: Array.prototype.map.call(root.querySelectorAll('#findings [data-finding] .finding-code'), function (code) {
        return code.textContent;
      }),
      verdict: root.getElementById('verdict').textContent,
      tables: root.querySelectorAll('#results table.official').length,
    };
  }

  function checked(root) {
    return until('the text to be checked', function () {
      return root.querySelector('#results[data-checked="true"][data-drawn="true"] #findings');
    });
  }

  self.person = {
    until: until,
    ground: ground,
    // Pastes `text` into a checker, and promises what is seen then.
    check: async function (text, selector, frame) {
      await until('the field', function () {
        return ground(selector, frame).getElementById('source');
      });
      const root = ground(selector, frame);
      paste(root.getElementById('source'), text);
      await checked(root);
      return seen(root);
    },
    // Promises what is seen of a text that the checker took by itself.
    see: async function (selector, frame) {
      await until('the findings', function () {
        return ground(selector, frame).querySelector('#results[data-checked="true"] #findings');
      });
      await checked(ground(selector, frame));
      return seen(ground(selector, frame));
    },
  };
})();
