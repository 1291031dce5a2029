import { readFileSync } from 'node:fs';
import { readdir, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { copyProject, runBuild } from '../build/build-site.ts';
import { seedChapter } from '../robust/seed-chapter.ts';
import { writeSmallBook } from '../robust/small-site.ts';
import { listAllFiles } from './read-dist.ts';

/** A small book whose chapters hold whatever a text can depend on, each something else. */
const book = new Map([
  [
    'content/chapters/01-first.mdx',
    supplement(
      '第一章',
      '数据',
      '它需要大量数据。',
      '## 出处 {/* #sources */}',
      '编者按：只有一个来源。<Cite keys="source" />',
    ),
  ],
  ['content/chapters/02-seed.mdx', seedChapter],
  [
    'content/chapters/03-notes.mdx',
    supplement(
      '第三章',
      '注',
      '',
      '## 注 {/* #notes */}',
      '词元是什么<Ref to="note-one" />。\n\n<Note id="note-one" verdict="见他处。">\n证据在此。<Cite keys="late source" />\n</Note>\n',
      '<Lab of="regression" id="lab-one" title="试一试">\n一条直线。\n</Lab>',
    ),
  ],
  [
    'content/chapters/04-chart.mdx',
    supplement(
      '第四章',
      '图',
      '',
      '## 图 {/* #chart */}',
      '<Chart of="timeline" id="fig-time" title="大事" description="两件事，先后相隔一年。" />',
    ),
  ],
  [
    'content/chapters/05-plain.mdx',
    supplement(
      '第五章',
      '文',
      '',
      '## 文 {/* #plain */}',
      '无所凭据，只有<Value of="filings 2026-06-30 filed" />款。',
    ),
  ],
  ['content/references.yaml', ['source', 'late', 'drawn'].map(reference).join('')],
  ['content/glossary.yaml', term('token', '词元')],
  [
    'content/data/filings.csv',
    'date,filed,registered,filed_new,registered_new,nature,note,sources,confidence\n2025-12-31,748,,,,官方精确,,source,高\n2026-06-30,988,,,,官方精确,,source,高\n',
  ],
  [
    'content/data/timeline.csv',
    'key,date,category,label,event,sources,confidence\none,2024-01-01,产品,甲,甲事,drawn,高\ntwo,2025-01-01,产品,乙,乙事,drawn,高\n',
  ],
]);

function supplement(numeral: string, title: string, article: string, ...blocks: string[]): string {
  const text = blocks.join('\n\n');
  return `---\nkind: chapter\nnumeral: ${numeral}\ntitle: ${title}\n---\n\n${article}\n\n<Supplement>\n\n${text}\n\n</Supplement>\n`;
}

function reference(key: string): string {
  return `${key}:\n  title: 来源\n  publisher: 某社\n  date: '2026'\n  url: https://example.org/${key}\n  accessed: '2026-11-23'\n  language: zh\n  kind: web\n`;
}

function term(key: string, zh: string): string {
  return `${key}:\n  zh: ${zh}\n  en: ${key}\n  group: 基本概念\n  see: /first/#sources\n  definition: 模型读写的单位。\n`;
}

let root = '';
beforeAll(async () => {
  root = await copyProject();
});
afterAll(async () => {
  await rm(root, { recursive: true, force: true });
});

/** Builds the book, and gives each file of the site. */
async function build(env = {}): Promise<{ files: Map<string, Buffer>; output: string }> {
  const { exitCode, output } = await runBuild(root, env);
  if (exitCode !== 0) throw new Error(output);
  const dist = path.join(root, 'dist');
  return {
    output,
    files: new Map(listAllFiles(dist).map((file) => [file, readFileSync(path.join(dist, file))])),
  };
}

const texts = (): string => path.join(root, '.cache/texts');

async function kept(): Promise<string[]> {
  return (await readdir(texts()).catch(() => [])).sort();
}

const readKept = (file: string): Buffer => readFileSync(path.join(texts(), file));

/** Has a build begin without whatever is kept of chapters. */
async function forget(): Promise<void> {
  for (const name of ['texts', 'modules', 'readings'])
    await rm(path.join(root, '.cache', name), { recursive: true });
}

function differing(a: Map<string, Buffer>, b: Map<string, Buffer>): string[] {
  return [...new Set([...a.keys(), ...b.keys()])].filter(
    (file) => !b.get(file)?.equals(a.get(file) ?? Buffer.of()),
  );
}

type Change = (files: Map<string, string>) => void;

const replace = (file: string, from: string, to: string) => (files: Map<string, string>) => {
  const text = files.get(file) ?? '';
  if (!text.includes(from)) throw new Error(`${file} has no ${from}`);
  files.set(file, text.replace(from, to));
};

interface Step {
  edits: Change[];
  /** How many texts have to be made anew. */
  anew: number;
  env?: Record<string, string>;
}

/**
 * What is changed from one build to the next. The notes and the chart only get other numbers for their sources; the last
 * chapter only says a number of the data, and uses a term.
 */
const steps: Record<string, Step> = {
  'a sentence with a source of its own, a listing, an id and a title': {
    edits: [
      replace('content/chapters/01-first.mdx', '编者按', '编者又按'),
      replace('content/chapters/01-first.mdx', 'keys="source"', 'keys="source new"'),
      replace('content/references.yaml', 'late:', `${reference('new')}late:`),
      replace('content/chapters/02-seed.mdx', 'range(3)', 'range(4)'),
      replace('content/chapters/02-seed.mdx', '#one', '#first-one'),
      replace('content/chapters/05-plain.mdx', 'title: 文', 'title: 白文'),
    ],
    anew: 5,
  },
  'a number of the data, and a chapter in front': {
    edits: [
      replace('content/data/filings.csv', '988', '999'),
      (files) =>
        files.set(
          'content/chapters/00-front.mdx',
          supplement('第六章', '前', '', '## 前 {/* #front */}', '先有此。<Cite keys="drawn" />'),
        ),
    ],
    anew: 8,
  },
  'a term': {
    edits: [replace('content/glossary.yaml', 'token:', `${term('basis', '凭据')}token:`)],
    anew: 8,
  },
  'another place': { edits: [], anew: 8, env: { BASE_PATH: '/a/b' } },
};

test('what is kept of texts makes the same site as no text that was kept', { timeout: 600_000 }, async () => {
  const files = new Map(book);
  await writeSmallBook(root, files);
  await build();
  expect(await kept()).toHaveLength(7);
  // The cover's: it does not change, and is noticed.
  const damaged = (await kept()).find((file) => readKept(file).includes('神经网络')) ?? '';
  await writeFile(path.join(texts(), damaged), readKept(damaged).subarray(0, 100));

  const said: string[] = [];
  for (const [name, { edits, anew, env }] of Object.entries(steps)) {
    const before = new Set(await kept());
    for (const edit of edits) edit(files);
    await writeSmallBook(root, files);
    const warm = await build(env);
    said.push(warm.output);
    expect(
      (await kept()).filter((file) => !before.has(file)),
      name,
    ).toHaveLength(anew);
    await forget();
    expect(differing(warm.files, (await build(env)).files), name).toEqual([]);
  }
  expect(said[0]).toContain(`${damaged} is damaged`);
});
