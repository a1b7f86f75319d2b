// Reads one file, away from the page; the page ends this worker afterwards.
// The build puts `makeGlue` before it, as before the program.
const glue = makeGlue();

self.onmessage = function (event) {
  const question = event.data;
  glue({ module_or_path: question.module })
    .then(function () {
      self.postMessage({ ready: true });
      let answer;
      try {
        answer = { text: glue.convert(question.name, new Uint8Array(question.bytes)) };
      } catch (error) {
        // What the program says of the file is a word; all else is its end.
        if (typeof error !== 'string') {
          throw error;
        }
        answer = { error: error };
      }
      self.postMessage(answer);
    })
    .catch(function (error) {
      // Only an error that nobody caught reaches the page as an error event.
      setTimeout(function () {
        throw error;
      }, 0);
    });
};
