// Answers one question after another in a thread of Node.
import { parentPort } from 'node:worker_threads';
import { check } from './node.js';

parentPort.on('message', async (question) => {
  try {
    parentPort.postMessage({ id: question.id, report: await check(question.text, question.options) });
  } catch (error) {
    parentPort.postMessage({ id: question.id, error: { message: error.message, code: error.code } });
  }
});
