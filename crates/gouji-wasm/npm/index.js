// gouji for browsers.
import { CHECKER, checkerIn, failure, packageThatReads } from './gouji.js';

export const { load, version, check, convert } = packageThatReads((address) => address);

export function createChecker() {
  return checkerIn((answered, end) => {
    // A classic script: engines before Chromium 80 have no workers of modules.
    const worker = new Worker(new URL('./worker.js', import.meta.url));
    worker.onmessage = (event) => answered(event.data);
    worker.onerror = (event) => {
      event.preventDefault();
      end(failure(event.message || 'the worker could not be started', 'not_loaded'));
    };
    worker.postMessage({ module: CHECKER.href });
    return worker;
  });
}
