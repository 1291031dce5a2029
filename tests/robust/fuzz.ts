/**
 * Changes content at random, and reads it as the build does. Whatever stands in the files, the proofreading must come
 * to an end and either find nothing, and then no script of the content may be in the pages, or say of each problem
 * where it is and how it is mended.
 *
 *     npm run fuzz                              # another seed each time
 *     npm run fuzz -- --seed 7 --cases 2000     # the same cases every time
 */
import { cp, mkdtemp, readFile, realpath, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import type { Nodes } from 'hast';
import { visit } from 'unist-util-visit';
import { editionOptions } from '../../src/book/edition-components.ts';
import type { TermForms } from '../../src/book/term-forms.ts';
import { mulberry32 } from '../../src/lab/random.ts';
import { createCompiler } from '../../src/markdown/compile.ts';
import { endThreads } from '../../src/build/pool.ts';
import { isJsx } from '../../src/markdown/jsx.ts';
import { anchorsFile } from '../../src/proofreading/judges/judge-anchor-list.ts';
import { listAnchors } from '../../src/proofreading/reading/list-pages.ts';
import { proofread } from '../../src/proofreading/proofread.ts';
import { createReader, type ChapterReader } from '../../src/proofreading/reading/chapter-reader.ts';
import { readBook } from '../../src/proofreading/reading/read-book.ts';
import { mutate } from './mutate.ts';
import { seedChapter } from './seed-chapter.ts';

const smallBook = path.resolve(import.meta.dirname, '../catalogue/book');
const chapter = 'content/chapters/02-seed.mdx';

/** Files that are changed; the chapter is the richest and is changed most. */
const targets = [
  chapter,
  chapter,
  chapter,
  chapter,
  'content/references.yaml',
  'content/glossary.yaml',
  'content/data/filings.csv',
  'content/data/prices.csv',
];

/** What came of a run of cases. */
export interface FuzzRun {
  /** Cases in which something was found, and such in which nothing was. */
  refused: number;
  accepted: number;
  /** What must not be, with the seed of its case, and the file as it was. */
  failures: { seed: number; file: string; text: string; failure: string }[];
}

/**
 * Runs cases one after another.
 *
 * @param seed of the first; each has the next
 * @param cases how many
 * @param deadline ms after which a case counts as one that hangs
 */
export async function fuzz(seed: number, cases: number, deadline = 60_000): Promise<FuzzRun> {
  const root = await realpath(await mkdtemp(path.join(os.tmpdir(), 'edition-fuzz-')));
  const run: FuzzRun = { refused: 0, accepted: 0, failures: [] };
  try {
    await cp(smallBook, root, { recursive: true });
    await writeFile(path.join(root, chapter), seedChapter);
    const { pages } = await readBook(root);
    await writeFile(path.join(root, anchorsFile), `${[...listAnchors(pages)].join('\n')}\n`);
    const { problems: untouched } = await proofread(root);
    if (untouched.length) throw new Error(`The seed is wrong itself: ${JSON.stringify(untouched, null, 1)}`);

    for (let next = seed; next < seed + cases; next++) {
      const random = mulberry32(next);
      const file = targets[Math.floor(random() * targets.length)] ?? chapter;
      const before = await readFile(path.join(root, file), 'utf8');
      const text = mutate(before, random);
      await writeFile(path.join(root, file), text);
      const outcome = await withDeadline(judge(root, file, text), deadline);
      if (outcome === 'refused' || outcome === 'accepted') run[outcome] += 1;
      else run.failures.push({ seed: next, file, text, failure: outcome });
      await writeFile(path.join(root, file), before);
    }
  } finally {
    await rm(root, { recursive: true });
  }
  return run;
}

/** What reads the chapters of a book whose glossary has these terms; made once, since it takes longer than most cases. */
export function readerOf(terms: readonly TermForms[]): ChapterReader {
  const key = JSON.stringify(terms);
  const reader = readers.get(key) ?? createReader({ terms });
  readers.set(key, reader);
  return reader;
}

/** `refused`, `accepted`, or what is wrong. */
async function judge(root: string, file: string, text: string): Promise<string> {
  try {
    const { problems } = await proofread(root, readerOf);
    const lines = text.split(/\r\n?|\n/).length;
    for (const { rule, reason, remedy, file: where, line, column } of problems) {
      const said = JSON.stringify({ rule, reason, remedy, where, line, column });
      if (!/^[a-z]+(-[a-z]+)*$/.test(rule) || !reason || !remedy) return `says too little: ${said}`;
      if (where === file && line !== undefined && (line < 1 || line > lines)) return `no such line: ${said}`;
      if (/^\s+at .*:\d+:\d+/m.test(reason)) return `a stack trace: ${said}`;
    }
    if (problems.length) return 'refused';
    const script = file.endsWith('.mdx') ? await findScript(file, text) : undefined;
    return script ?? 'accepted';
  } catch (error) {
    return `thrown: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`;
  }
}

const readers = new Map<string, ChapterReader>();
const compile = createCompiler({ base: '/', ...editionOptions });
const running = /^(script|iframe|object|embed|base|meta|form|foreignobject|set|animate)$/i;

/** What of a chapter would run, or load, in a browser. */
async function findScript(file: string, text: string): Promise<string | undefined> {
  const { tree } = await (await compile)(file, text);
  let found: string | undefined;
  if (tree)
    visit(tree, (node: Nodes) => {
      const attributes: [string, unknown][] = isJsx(node)
        ? node.attributes.map((one) => (one.type === 'mdxJsxAttribute' ? [one.name, one.value] : ['…', one]))
        : node.type === 'element'
          ? Object.entries(node.properties)
          : [];
      const name = isJsx(node) ? (node.name ?? '') : node.type === 'element' ? node.tagName : '';
      if (running.test(name)) found = `runs or loads: <${name}>`;
      if (node.type === 'raw' && /<script|\son\w+\s*=|javascript:/i.test(node.value)) found = node.value;
      for (const [key, value] of attributes)
        if (/^on/i.test(key) || /^\s*(javascript|vbscript|data:text)/i.test(String(value)))
          found = `runs: <${name} ${key}=${String(value)}>`;
    });
  return found;
}

async function withDeadline(judged: Promise<string>, ms: number): Promise<string> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<string>((resolve) => {
    timer = setTimeout(() => {
      resolve(`hangs: nothing after ${ms} ms`);
    }, ms);
  });
  return Promise.race([judged, late]).finally(() => {
    clearTimeout(timer);
  });
}

if (import.meta.main) {
  const { values } = parseArgs({ options: { seed: { type: 'string' }, cases: { type: 'string' } } });
  const seed = Number(values.seed ?? Date.now() % 1_000_000);
  const { refused, accepted, failures } = await fuzz(seed, Number(values.cases ?? 500));
  await endThreads();
  for (const { seed: of, file, text, failure } of failures)
    console.error(`seed ${of}, ${file}: ${failure}\n${text.replace(/^/gm, '  | ')}\n`);
  console.log(`from seed ${seed}: ${refused} refused, ${accepted} accepted, ${failures.length} failed`);
  process.exitCode = failures.length ? 1 : 0;
}
