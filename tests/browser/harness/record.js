// Runs before everything else on every page the harness serves, and keeps what
// a person would see as an error in the console.
"use strict";
(() => {
  const problems = [];
  Object.defineProperty(window, "goujiHarness", { value: { problems } });
  const shown = (value) => {
    if (value instanceof Error) return String(value.stack || value);
    return typeof value === "string" ? value : JSON.stringify(value);
  };
  const original = console.error;
  console.error = (...values) => {
    problems.push("console.error: " + values.map(shown).join(" "));
    original.apply(console, values);
  };
  window.addEventListener(
    "error",
    (event) => {
      const source = event.target && (event.target.src || event.target.href);
      problems.push(source ? "not loaded: " + source : "uncaught: " + event.message);
    },
    true,
  );
  window.addEventListener("unhandledrejection", (event) => problems.push("unhandled rejection: " + shown(event.reason)));
  document.addEventListener("securitypolicyviolation", (event) =>
    problems.push("blocked by the content security policy: " + event.effectiveDirective + " " + event.blockedURI),
  );
})();
