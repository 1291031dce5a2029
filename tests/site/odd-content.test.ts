import { cp, mkdtemp, realpath, rm } from 'node:fs/promises';
import { readFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { unzipSync } from 'fflate';
import { toString } from 'hast-util-to-string';
import { expect, inject, test } from 'vitest';
import { hanNumeral } from '../../src/build/han-numeral.ts';
import { mulberry32 } from '../../src/lab/random.ts';
import { proofread } from '../../src/proofreading/proofread.ts';
import { buildSite, type BuiltSite } from '../build/build-site.ts';
import { readerOf } from '../robust/fuzz.ts';
import { mutate } from '../robust/mutate.ts';
import { seedChapter } from '../robust/seed-chapter.ts';
import { writeSmallBook } from '../robust/small-site.ts';
import { attribute, readPages, theElement, type DistPage } from './read-dist.ts';

const title = '</script><script>alert(1)</script><img src=x onerror=alert(2)>';
const label = '<b>粗</b> <i onclick=alert(3)>斜</i>';
const fileOf = (number: number): string =>
  `content/chapters/${String(number).padStart(2, '0')}-seed-${number}.mdx`;

/** The seed as one of many chapters: its ids are its own. */
function chapter(number: number): string {
  return seedChapter
    .replace('第二章', `第${hanNumeral(number)}章`)
    .replace(/(?<=[#"])((?:eq-|fig-|code-)?one)(?=[ "])/g, `$1-${number}`);
}

async function build(files: ReadonlyMap<string, string>): Promise<BuiltSite> {
  return buildSite({
    prepare: (root) => writeSmallBook(root, files),
    warmFrom: inject('sites').plain.root,
  });
}

/** What would run in a page beside the scripts that every page has. */
function foreignIn({ elements }: DistPage, known: ReadonlySet<string>): string[] {
  return elements.flatMap((element) => {
    const { tagName, properties } = element;
    const handlers = Object.keys(properties).filter((name) => /^on[A-Z]/.test(name));
    const addresses = [properties['href'], properties['src']].filter((value) =>
      /^\s*(javascript|data):/i.test(String(value)),
    );
    const text = toString(element);
    const runs = tagName === 'script' && properties['type'] !== 'application/ld+json' && !known.has(text);
    return [...handlers, ...addresses.map(String), ...(runs ? [text] : [])];
  });
}

/** Texts of the scripts in the pages of the book itself. */
function knownScripts(): Set<string> {
  return new Set(
    readPages(inject('sites').plain.dist).flatMap(({ elements }) =>
      elements.filter(({ tagName }) => tagName === 'script').map((script) => toString(script)),
    ),
  );
}

test('what looks like markup in a title or a label stays text, in every form of the book', async () => {
  const text = chapter(2).replace('title: 种子', `title: '${title}'`).replace('A[甲]', `A["${label}"]`);
  const built = await build(new Map([[fileOf(2), text]]));
  try {
    expect(built.output).toContain('stands in dist');
    const pages = readPages(built.dist);
    const known = knownScripts();
    expect(pages.flatMap((page) => foreignIn(page, known))).toEqual([]);
    const page = pages.find(({ file }) => file === 'seed-2/index.html') as DistPage;
    expect(toString(theElement(page, 'h1'))).toContain(title);
    expect(toString(theElement(page, 'title'))).toContain(title);
    for (const script of page.elements.filter(
      (element) => attribute(element, 'type') === 'application/ld+json',
    ))
      expect(JSON.stringify(JSON.parse(toString(script)))).toContain('alert(1)');
    const epub = unzipSync(readFileSync(path.join(built.dist, 'book.epub')));
    const part = new TextDecoder().decode(epub['EPUB/seed-2.xhtml']);
    expect(part).toContain('alert(1)');
    expect(part).not.toMatch(/<script|<img/);
  } finally {
    await built.remove();
  }
});

test('chapters that were changed at random, and in which nothing is wrong, make a site without a script of theirs', async () => {
  const root = await realpath(await mkdtemp(path.join(os.tmpdir(), 'edition-odd-')));
  const accepted = new Map<string, string>();
  try {
    await cp(path.resolve(import.meta.dirname, '../catalogue/book'), root, { recursive: true });
    for (let seed = 1; accepted.size < 12; seed++) {
      const file = fileOf(accepted.size + 2);
      const files = new Map([...accepted, [file, mutate(chapter(accepted.size + 2), mulberry32(seed))]]);
      await writeSmallBook(root, files);
      if (!(await proofread(root, readerOf)).problems.length) accepted.set(file, files.get(file) ?? '');
    }
  } finally {
    await rm(root, { recursive: true });
  }
  const built = await build(accepted);
  try {
    expect(built.output).toContain('stands in dist');
    const known = knownScripts();
    const pages = readPages(built.dist);
    expect(pages.filter(({ file }) => file.startsWith('seed-'))).toHaveLength(12);
    expect(pages.flatMap((page) => foreignIn(page, known))).toEqual([]);
  } finally {
    await built.remove();
  }
});
