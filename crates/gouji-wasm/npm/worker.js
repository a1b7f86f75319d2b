// Answers one question after another, away from the page.
import { check } from './index.js';

self.onmessage = async ({ data }) => {
  try {
    self.postMessage({ id: data.id, report: await check(data.text, data.options) });
  } catch (error) {
    self.postMessage({ id: data.id, error: { message: error.message, code: error.code } });
  }
};
