// The checker, away from the page, so that the page never has to wait for it.
import init, { check_json } from './app.js';

let ready = false;
const early = [];

function answer(question) {
  try {
    const json = check_json(question.text, question.options);
    self.postMessage({ revision: question.revision, json: json });
  } catch (error) {
    self.postMessage({ revision: question.revision, error: String(error) });
  }
}

self.onmessage = function (event) {
  const message = event.data;
  if (message.module) {
    init({ module_or_path: message.module }).then(
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
