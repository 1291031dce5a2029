/** Begins a build in a folder, and ends the process while a thread goes on writing into it for a second. */
import path from 'node:path';
import { Worker } from 'node:worker_threads';
import { startBuilding } from '../../../src/build/output/index.ts';

const [root = ''] = process.argv.slice(2);
const { site } = await startBuilding({ root, dist: path.join(root, 'dist'), onWait: () => undefined });
const write = `
  const { mkdirSync, writeFileSync } = require('node:fs');
  const { parentPort, workerData: site } = require('node:worker_threads');
  for (let count = 0, end = Date.now() + 1000; Date.now() < end; count++) {
    mkdirSync(site + '/' + (count % 20), { recursive: true });
    writeFileSync(site + '/' + (count % 20) + '/' + count, '');
    if (count === 100) parentPort.postMessage('');
  }`;
new Worker(write, { eval: true, workerData: site }).once('message', () => process.exit(1));
