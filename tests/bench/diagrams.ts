/**
 * Measures the drawing of diagrams: `node tests/bench/diagrams.ts`.
 *
 * With `--all` it draws all of Mermaid's own examples instead, says which fail, and exits with 1 if any
 * does: to be run when Mermaid is raised.
 */
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads';
import { diagramData } from '@mermaid-js/examples';
import { endThreads } from '../../src/build/pool.ts';
import type { Diagram } from '../../src/diagrams/diagram.ts';
import drawDiagram from '../../src/diagrams/draw-diagram.ts';
import { withReplaced } from '../../src/diagrams/dom/with-replaced.ts';
import { createWindow } from '../../src/diagrams/dom/window.ts';
import { createLayout } from '../../src/diagrams/layout/layout.ts';
import { readDiagramLook } from '../../src/markdown/code/diagram-look.ts';
import { drawCached } from '../../src/markdown/code/draw-cached.ts';

const root = path.resolve(import.meta.dirname, '../..');
const named = { title: '题目', description: '一句说明。', ...readDiagramLook() };
const examples = diagramData.flatMap(({ id, examples }) =>
  examples.map(({ title, code }) => ({ name: `${id}: ${title}`, code })),
);

if (!isMainThread) await answerRaw(workerData as string[]);
else if (process.argv.includes('--all')) process.exitCode = (await drawAll()) > 0 ? 1 : 0;
else await measure();

/** @returns how many failed */
async function drawAll(): Promise<number> {
  let failures = 0;
  for (const { name, code } of examples) {
    const started = performance.now();
    try {
      const { svg } = await draw(code);
      console.log(
        `ok    ${(performance.now() - started).toFixed(0).padStart(5)} ms ${kilobytes(svg)}  ${name}`,
      );
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      // Two examples have icons that Mermaid's own site loads.
      const isRefused = reason.startsWith('There is no icon');
      if (!isRefused) failures++;
      console.log(`${isRefused ? 'ok, no' : 'FAIL '} ${name}: ${reason}`);
    }
  }
  console.log(`${examples.length - failures} of ${examples.length} examples drawn`);
  return failures;
}

async function measure(): Promise<void> {
  const article = await readFile(path.join(root, 'content/article/article.md'), 'utf8');
  const chart = /```mermaid\n([\s\S]*?)```/.exec(article)?.[1] ?? '';

  const cold = await timed(() => draw(chart));
  const warm = await timed(() => draw(chart));
  const drawn: { svg: string }[] = [];
  const all = await timed(async () => {
    for (const { code } of examples) drawn.push(await draw(code));
  });

  const folder = await mkdtemp(path.join(os.tmpdir(), 'bench-'));
  await drawCached({ source: chart, ...named }, folder);
  const cached = await timed(() => drawCached({ source: chart, ...named }, folder));
  await rm(folder, { recursive: true });
  await endThreads();

  const [rawChart = '', ...rawExamples] = await drawRaw([chart, ...examples.map(({ code }) => code)]);
  console.log('                             clock      CPU');
  console.log(`first diagram, cold       ${milliseconds(cold, 1)}`);
  console.log(`the same again            ${milliseconds(warm, 1)}`);
  console.log(`mean of ${examples.length} examples       ${milliseconds(all, examples.length)}`);
  console.log(`from the cache            ${milliseconds(cached, 1)}`);
  console.log('');
  console.log('                             raw   Brotli 11');
  console.log(`article, Mermaid's output  ${kilobytes(rawChart)}`);
  console.log(`article, ours              ${kilobytes(warm.value.svg)}`);
  console.log(`examples, Mermaid's mean   ${meanKilobytes(rawExamples)}`);
  console.log(`examples, our mean         ${meanKilobytes(drawn.map(({ svg }) => svg))}`);
}

async function draw(source: string): Promise<Diagram> {
  const result = await drawDiagram({ source, ...named });
  if ('fault' in result) throw new Error(result.fault.reason);
  return result.diagram;
}

/** Milliseconds by the clock, and of processor time in all threads: the latter bears a busy machine. */
async function timed<T>(run: () => Promise<T>): Promise<{ ms: number; cpu: number; value: T }> {
  const started = performance.now();
  const before = process.cpuUsage();
  const value = await run();
  const { user, system } = process.cpuUsage(before);
  return { ms: performance.now() - started, cpu: (user + system) / 1000, value };
}

/** What Mermaid gives without any of our configuration or cleaning, drawn in our DOM in a thread of its own. */
async function drawRaw(sources: string[]): Promise<string[]> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL(import.meta.url), { workerData: sources });
    worker.once('message', resolve).once('error', reject);
  });
}

async function answerRaw(sources: string[]): Promise<void> {
  const layout = createLayout(named.fonts);
  await withReplaced([[globalThis, createWindow(() => layout).globals]], async () => {
    const { default: mermaid } = await import('mermaid');
    mermaid.initialize({ startOnLoad: false, htmlLabels: false, suppressErrorRendering: true });
    const drawn: string[] = [];
    for (const source of sources) drawn.push((await mermaid.render('diagram', source)).svg);
    parentPort?.postMessage(drawn);
  });
}

function milliseconds({ ms, cpu }: { ms: number; cpu: number }, count: number): string {
  return [ms, cpu].map((value) => `${(value / count).toFixed(0).padStart(5)} ms`).join(' ');
}

function kilobytes(text: string): string {
  return columns(Buffer.byteLength(text), brotliCompressSync(text).length);
}

function meanKilobytes(texts: string[]): string {
  const mean = (sizes: number[]): number => sizes.reduce((sum, size) => sum + size, 0) / sizes.length;
  return columns(
    mean(texts.map((text) => Buffer.byteLength(text))),
    mean(texts.map((text) => brotliCompressSync(text).length)),
  );
}

function columns(raw: number, brotli: number): string {
  return `${(raw / 1000).toFixed(1).padStart(6)} KB ${(brotli / 1000).toFixed(2).padStart(6)} KB`;
}
