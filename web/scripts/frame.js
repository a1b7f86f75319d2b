// The checker in a frame, and its talk with the page around. Both sides look at
// who speaks: only the page that embeds it is heard, and only it is told.
//
// Told:  { type: 'gouji:height', height }             in CSS pixels
//        { type: 'gouji:ready', version }
//        { type: 'gouji:checked', detail }            verdict, counts and codes; no text
//        { type: 'gouji:error', reason }
// Heard: { type: 'gouji:check', text }
//        { type: 'gouji:clear' }
const checker = document.getElementById('checker');
const asked = new URLSearchParams(location.hash.slice(1));
for (const name of ['lang', 'year', 'issuer-kind', 'theme', 'density', 'readonly', 'hide']) {
  if (asked.has(name)) {
    checker.setAttribute(name, asked.get(name));
  }
}
// The page around says its origin where the browser does not.
const host = document.referrer ? new URL(document.referrer).origin : asked.get('host');
if (self.parent === self || !host) {
  return;
}

function tell(message) {
  self.parent.postMessage(message, host);
}

let height = 0;
function measure() {
  const now = Math.ceil(document.documentElement.getBoundingClientRect().height);
  if (now !== height) {
    height = now;
    tell({ type: 'gouji:height', height: height });
  }
}
if (self.ResizeObserver) {
  new ResizeObserver(measure).observe(document.documentElement);
}
measure();

checker.addEventListener('gouji-ready', function (event) {
  tell({ type: 'gouji:ready', version: event.detail.version });
});
checker.addEventListener('gouji-checked', function (event) {
  tell({ type: 'gouji:checked', detail: event.detail });
});
checker.addEventListener('gouji-error', function (event) {
  tell({ type: 'gouji:error', reason: event.detail.reason });
});
self.addEventListener('message', function (event) {
  if (event.source !== self.parent || event.origin !== host || !event.data) {
    return;
  }
  if (event.data.type === 'gouji:check' && typeof event.data.text === 'string') {
    checker.check(event.data.text);
  } else if (event.data.type === 'gouji:clear') {
    checker.clear();
  }
});
