// gouji for Node, which reads its own files.
import { readFile } from 'node:fs/promises';
import { Worker } from 'node:worker_threads';
import { checkerIn, packageThatReads } from './gouji.js';

export const { load, version, check, convert } = packageThatReads(readFile);

export function createChecker() {
  return checkerIn((answered, end) => {
    const worker = new Worker(new URL('./worker_node.js', import.meta.url));
    worker.on('message', answered);
    worker.on('error', end);
    return worker;
  });
}
