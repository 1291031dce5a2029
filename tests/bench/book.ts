/**
 * Measures how the build grows with the book: `npm run bench`, or `npm run bench -- 10 100` for other numbers of
 * chapters than 10, 100 and 1,000.
 *
 * Each book is built three times in a copy of the project: cold, with what the first build kept, and after one
 * sentence of one chapter has changed. Processor time is the fairer column on a machine that does other work:
 * half of it is what two idle cores would need at least.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdir, rm, stat } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { copyProject, environmentOf } from '../build/build-site.ts';
import { machineSpeed } from './machine-speed.ts';
import { changeChapter, writeSyntheticBook } from './synthetic-book.ts';

interface Step {
  name: string;
  clock: number;
  processor: number;
  /** MB, of the process since it began. */
  peak: number;
}

const sizes = process.argv.slice(2).map(Number).filter(Boolean);
for (const size of sizes.length ? sizes : [10, 100, 1000]) await measure(size);

async function measure(size: number): Promise<void> {
  const root = await copyProject();
  try {
    await writeSyntheticBook(root, size);
    const before = await machineSpeed();
    const cold = await build(root);
    const bytes = await folderSize(path.join(root, 'dist'));
    const warm = await build(root);
    await changeChapter(root, size);
    const changed = await build(root);
    const after = await machineSpeed();
    show(size, { cold, warm, changed }, bytes);
    console.log(
      `The machine (see machine-speed.ts): ${before.toFixed()} ms before, ${after.toFixed()} ms after`,
    );
  } finally {
    if (!process.env['KEEP']) await rm(root, { recursive: true, force: true });
    else console.log(root);
  }
}

/** @throws Error when the build fails, with all that it said */
async function build(root: string): Promise<Step[]> {
  const astro = path.join(root, 'scripts/astro.mjs');
  const options = process.env['NODE_OPTIONS'];
  const child = spawn(process.execPath, [astro, 'build'], {
    cwd: root,
    env: environmentOf({ TIMINGS: '1', ...(options ? { NODE_OPTIONS: options } : {}) }),
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  child.stdout.on('data', (chunk: Buffer) => (said += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (said += chunk.toString()));
  const [code] = (await once(child, 'close')) as [number | null];
  if (code !== 0) throw new Error(`The build failed:\n${said.slice(-8000)}`);
  return [...said.matchAll(/^timing {2}(.+?) {2}(\d+) ms {2}(\d+) ms processor {2}(\d+) MB peak$/gm)].map(
    ([, name = '', clock, processor, peak]) => ({
      name,
      clock: Number(clock),
      processor: Number(processor),
      peak: Number(peak),
    }),
  );
}

function show(size: number, builds: Record<'cold' | 'warm' | 'changed', Step[]>, bytes: number): void {
  const names = builds.cold.map(({ name }) => name);
  const seconds = (ms: number): string => (ms / 1000).toFixed(1);
  const cell = (steps: Step[]): string =>
    `${seconds(sum(steps, 'clock'))} / ${seconds(sum(steps, 'processor'))}`;
  const row = (name: string, wanted: (step: Step) => boolean, mark = ''): string =>
    `| ${name} | ${Object.values(builds)
      .map((steps) => mark + cell(steps.filter(wanted)) + mark)
      .join(' | ')} | ${(sum(builds.cold.filter(wanted), 'processor') / size).toFixed(1)} |`;
  const load = os.loadavg().map((value) => value.toFixed(1));
  console.log(`\n${size} chapters: seconds by the clock / of the processor (load ${load.join(', ')})\n`);
  console.log('| step | cold | warm | one chapter changed | ms of the processor a chapter, cold |');
  console.log('| --- | --- | --- | --- | --- |');
  for (const name of names) console.log(row(name, (step) => step.name === name));
  console.log(row('**all**', () => true, '**'));
  const peaks = Object.values(builds).map((steps) => `${Math.max(...steps.map(({ peak }) => peak))} MB`);
  console.log(`| peak memory | ${peaks.join(' | ')} | |`);
  console.log(`\n${(bytes / 1e6).toFixed(1)} MB in all, ${(bytes / size / 1000).toFixed(1)} KB a chapter`);
}

function sum(steps: Step[], of: 'clock' | 'processor'): number {
  return steps.reduce((total, step) => total + step[of], 0);
}

async function folderSize(folder: string): Promise<number> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const sizes = await Promise.all(
    entries
      .filter((entry) => entry.isFile())
      .map(async (entry) => (await stat(path.join(entry.parentPath, entry.name))).size),
  );
  return sizes.reduce((total, size) => total + size, 0);
}
