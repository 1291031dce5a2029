/**
 * Writes a book of any size, of chapters that are alike in what they hold and different in what they say: the same
 * bytes for the same number.
 */
import { createHash } from 'node:crypto';
import { cp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { listAnchors } from '../../src/proofreading/reading/list-pages.ts';
import { hanNumeral } from '../../src/build/han-numeral.ts';

const project = path.resolve(import.meta.dirname, '../..');

/** The smallest book that builds: its records, data and cover serve here too. */
const smallBook = path.join(project, 'tests/catalogue/book/content');

/** What a chapter holds. */
const perChapter = { characters: 2000, sections: 4, notes: 5, links: 10 };

/**
 * Puts a synthetic book in the place of a project's own.
 *
 * @param root folder of a copy of the project, whose content is lost
 * @param size how many chapters
 */
export async function writeSyntheticBook(root: string, size: number): Promise<void> {
  const content = path.join(root, 'content');
  await rm(content, { recursive: true });
  await cp(smallBook, content, { recursive: true });
  await rm(path.join(content, 'chapters/01-first.mdx'));
  const words = await listWords();

  const article = ['大模型是一类神经网络。'];
  const anchors = new Map<string, Set<string>>();
  for (let number = 1; number <= size; number++) {
    const chapter = writeChapter(number, size, words);
    article.push(...chapter.article);
    anchors.set(`/${nameOf(number)}/`, new Set(chapter.ids));
    await writeFile(path.join(content, `chapters/${fileOf(number, size)}`), chapter.mdx);
  }
  await rm(path.join(content, 'chapters/09-closing.mdx'));
  await writeFile(
    path.join(content, `chapters/${'9'.repeat(String(size).length + 1)}-closing.mdx`),
    '---\nkind: closing\ntitle: 结语\n---\n',
  );
  const bytes = `${article.join('\n\n')}\n`;
  await writeFile(path.join(content, 'article/article.md'), bytes);
  await writeFile(
    path.join(content, 'article/provenance.yaml'),
    `file: article.md\nsha256: ${createHash('sha256').update(bytes).digest('hex')}\n`,
  );
  await rewrite(path.join(content, 'glossary.yaml'), (text) =>
    text.replace('/first/#sources', `/${nameOf(1)}/#${nameOf(1)}-1`),
  );
  // The fixed pages and their sections are those of any book.
  const fixed = await readFile(path.join(project, 'content/anchors.txt'), 'utf8');
  const kept = fixed
    .split('\n')
    .filter((line) =>
      /^\/(contents|errata|print|references|glossary)?\/?(#(contents|closing|back-matter|chapter-cover|all-.*|terms-\d+))?$/.test(
        line,
      ),
    );
  const lines = [
    ...kept,
    ...(size <= 40
      ? [...anchors.keys()].map((address) => `/contents/#chapter-${address.replaceAll('/', '')}`)
      : []),
    `/references/#first-in-${nameOf(1)}`,
    '/references/#source',
    '/glossary/#token',
    ...listAnchors(anchors),
  ];
  await writeFile(path.join(content, 'anchors.txt'), `${lines.join('\n')}\n`);
}

/** Changes a sentence of the editors' in the chapter in the middle, as an author would. */
export async function changeChapter(root: string, size: number): Promise<void> {
  const file = path.join(root, 'content/chapters', fileOf(Math.ceil(size / 2), size));
  await rewrite(file, (text) => text.replace('编者按：', '编者又按：'));
}

async function rewrite(file: string, change: (text: string) => string): Promise<void> {
  await writeFile(file, change(await readFile(file, 'utf8')));
}

function nameOf(number: number): string {
  return `c${number}`;
}

function fileOf(number: number, size: number): string {
  return `${String(number).padStart(String(size).length + 1, '0')}-${nameOf(number)}.mdx`;
}

interface SyntheticChapter {
  mdx: string;
  /** The blocks that are the article's. */
  article: string[];
  ids: string[];
}

function writeChapter(number: number, size: number, words: string[]): SyntheticChapter {
  const random = randomNumbers(number);
  const pick = (count: number): number => Math.floor(random() * count);
  const say = (length: number): string => {
    let said = '';
    while (said.length < length) said += words[pick(words.length)] ?? '';
    return said;
  };
  const paragraph = (length: number): string => {
    let text = '';
    while (text.length < length) text += `${say(6)}，${say(8)}。`;
    return text;
  };
  const own = nameOf(number);
  const ids: string[] = [];
  const id = (name: string): string => {
    const given = `${own}-${name}`;
    ids.push(given);
    return given;
  };
  const link = (): string => {
    const other = nameOf(1 + pick(size));
    return `[${say(4)}](/${other}/#${other}-${1 + pick(perChapter.sections)})`;
  };

  const blocks: string[] = [];
  const article: string[] = [];
  const put = (text: string, dressed = text): void => {
    article.push(text);
    blocks.push(dressed);
  };
  const length = perChapter.characters / perChapter.sections / 3;
  for (let section = 1; section <= perChapter.sections; section++) {
    const title = say(6);
    put(`## ${title}`, `## ${title} {/* #${id(String(section))} */}`);
    const noted = say(4);
    const rest = paragraph(length);
    const note = id(`note-${section}`);
    put(noted + rest, `<Lemma for="${note}">${noted}</Lemma>${rest}`);
    blocks.push(
      section % 2
        ? `<Note id="${note}" verdict="${say(12)}。">\n编者按：${number === 1 && section === 1 ? '词元，' : ''}${paragraph(40)}参见${link()}与${link()}。\n</Note>`
        : `<Erratum id="${note}" verdict="${say(12)}。" correction="${say(4)}">\n编者按：${paragraph(40)}参见${link()}与${link()}。<Cite keys="source" />\n</Erratum>`,
    );
    put(paragraph(length));
    put(paragraph(length));
    if (section === 1) {
      const tex = `\\begin{aligned}\n\\mathcal{L}_{${number}} &= -\\sum_{t=1}^{T}\\log p_\\theta(x_t \\mid x_{<t}) \\\\\n&= ${pick(900)}.${pick(90)}\n\\end{aligned}`;
      put(`$$\n${tex}\n$$`, `<Equation id="${id('loss')}">\n\n$$\n${tex}\n$$\n\n</Equation>`);
      put(`$$\n\\frac{\\partial L}{\\partial w_{${pick(900)}}}=\\sum_i \\delta_i a_{${number}}\n$$`);
    }
    if (section === 2) put(`其中 $x_{${number}}=${pick(100)}$。`);
    if (section === 3) {
      const mermaid = [
        '```mermaid',
        'graph TD',
        `A[${say(4)}] --> B[${say(4)} ${number}]`,
        `B --> C{${say(4)}}`,
        `C -->|${say(2)}| D[${say(4)}]`,
        `C -->|${say(2)}| E[${say(4)}]`,
        `D --> F[${say(4)}]`,
        'E --> F',
        '```',
      ].join('\n');
      put(
        mermaid,
        `<Figure id="${id('figure')}" title="${say(6)}" description="${say(16)}。">\n\n${mermaid}\n\n</Figure>`,
      );
    }
    if (section === 4) {
      const listing = [
        '```python',
        'import numpy as np',
        '',
        `def step_${number}(x, w, rate=0.${pick(90)}):`,
        '    # one step of gradient descent',
        '    for epoch in range(100):',
        '        error = x @ w - 1',
        '        w -= rate * x.T @ error / len(x)',
        `    return w, "step ${number}"`,
        '```',
      ].join('\n');
      put(listing, `<Listing id="${id('code')}" title="${say(6)}">\n\n${listing}\n\n</Listing>`);
    }
  }
  const last = id('note-5');
  const closing = paragraph(60);
  put(closing, `${closing.slice(0, -1)}<Ref to="${last}" />。`);
  blocks.push(
    `<Note id="${last}" verdict="${say(12)}。">\n编者按：${paragraph(40)}参见${link()}与${link()}。\n</Note>`,
  );

  const frontmatter = [
    '---',
    'kind: chapter',
    `numeral: 第${hanNumeral(number)}章`,
    `title: ${say(8)}`,
    `lead: ${paragraph(30)}`,
    '---',
  ].join('\n');
  return { mdx: `${frontmatter}\n\n${blocks.join('\n\n')}\n`, article, ids };
}

/** Words of the real book, of Han characters only: they have glyphs, and are as various as in a real one. */
async function listWords(): Promise<string[]> {
  const folder = path.join(project, 'content/chapters');
  const segmenter = new Intl.Segmenter('zh', { granularity: 'word' });
  const words = new Set<string>();
  for (const name of (await readdir(folder)).sort())
    for (const { segment } of segmenter.segment(await readFile(path.join(folder, name), 'utf8')))
      if (/^\p{Script=Han}{2,4}$/u.test(segment)) words.add(segment);
  return [...words];
}

/** A small generator (mulberry32): the same numbers on every machine. */
function randomNumbers(seed: number): () => number {
  let state = seed * 0x9e3779b9;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}
