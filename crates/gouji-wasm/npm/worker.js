// Answers one question after another, away from the page. The build puts
// `makeGlue` before it, a function that gives what wasm-bindgen wrote.
const glue = makeGlue();
let loaded = null;

self.onmessage = async function (event) {
  const question = event.data;
  if (question.module) {
    loaded = glue({ module_or_path: question.module });
    // A failure is told to whoever asks.
    loaded.catch(function () {});
    return;
  }
  try {
    await loaded;
    self.postMessage({ id: question.id, report: glue.check(question.text, question.options) });
  } catch (error) {
    self.postMessage({ id: question.id, error: { message: error.message, code: error.code || 'not_loaded' } });
  }
};
