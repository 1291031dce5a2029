import { toString } from 'hast-util-to-string';
import { expect, inject, test } from 'vitest';
import { attribute, elementsIn, readPages, type DistPage } from './read-dist.ts';

// The page that has the whole book has all notes again.
const pages = readPages(inject('sites').plain.dist).filter(({ file }) => file !== 'print/index.html');

function thePage(file: string): DistPage {
  const page = pages.find((p) => p.file === file);
  if (!page) throw new Error(`There is no ${file}`);
  return page;
}

function withClass(page: DistPage, name: string) {
  return page.elements.filter((element) => attribute(element, 'className')?.split(' ').includes(name));
}

/** 勘误 2 条，校注 1 条 → { 勘误: 2, 校注: 1 } */
function counted(page: DistPage): Record<string, number> {
  const said = withClass(page, 'meta')
    .map((meta) => toString(meta))
    .join('，');
  return Object.fromEntries(
    [...said.matchAll(/(勘误|校注)\s?(\d+)/g)].map(([, word = '', sum]) => [word, Number(sum)]),
  );
}

const rows = withClass(thePage('errata/index.html'), 'apparatus').flatMap((table) => {
  const word = attribute(table, 'className')?.includes('zhu') ? '勘误' : '校注';
  return elementsIn(table)
    .filter(({ tagName, properties }) => tagName === 'tr' && properties['id'] !== undefined)
    .map((row) => {
      const link = elementsIn(row).find(({ tagName }) => tagName === 'a');
      const [path = '', note = ''] = (link ? (attribute(link, 'href') ?? '') : '').split('#');
      return { id: attribute(row, 'id'), word, file: `${path.slice(1)}index.html`, note };
    });
});

test('what openings count is what the table of all errata lists', () => {
  expect(rows.length).toBeGreaterThan(20);
  for (const page of pages.filter(
    ({ file }) => file !== 'index.html' && withClass(thePage(file), 'note').length,
  )) {
    const listed = (word: string) => rows.filter((row) => row.file === page.file && row.word === word).length;
    const { 勘误: errata = 0, 校注: notes = 0 } = counted(page);
    expect([page.file, errata, notes]).toEqual([page.file, listed('勘误'), listed('校注')]);
  }
  const { 勘误: errata = 0, 校注: notes = 0 } = counted(thePage('index.html'));
  expect(errata + notes).toBe(rows.length);
});

test('every note has one row, and the two lead to each other', () => {
  const notes = pages.flatMap((page) => withClass(page, 'note').map((note) => ({ page, note })));
  expect(rows.map(({ file, note }) => `${file}#${note}`).sort()).toEqual(
    notes.map(({ page, note }) => `${page.file}#${attribute(note, 'id') ?? ''}`).sort(),
  );
  const back = notes.map(({ note }) =>
    elementsIn(note)
      .map((element) => attribute(element, 'href'))
      .find((href) => href?.startsWith('/errata/#')),
  );
  expect(back.sort()).toEqual(rows.map(({ id }) => `/errata/#${id ?? ''}`).sort());
});

test('references stand in the order in which the book first cites them, and lead back to each citation', () => {
  const order = ['index.html', ...chapterFiles()];
  const cited = order.flatMap((file) =>
    withClass(thePage(file), 'cite').flatMap((cite) =>
      elementsIn(cite)
        .filter(({ tagName }) => tagName === 'a')
        .map((a) => ({
          key: attribute(a, 'href')?.split('#')[1],
          number: toString(a),
          from: `/${file.replace('index.html', '')}#${attribute(cite, 'id') ?? ''}`,
        })),
    ),
  );
  const entries = elementsIn(thePage('references/index.html').tree).filter(
    ({ tagName, properties }) => tagName === 'li' && properties['id'] !== undefined,
  );
  const numbers = new Map(entries.map((entry, index) => [attribute(entry, 'id'), `[${index + 1}]`]));
  for (const { key, number } of cited) expect([key, number]).toEqual([key, numbers.get(key)]);
  const led = new Set(entries.flatMap((entry) => elementsIn(entry).map((e) => attribute(e, 'href'))));
  const places = cited.filter(({ from }) => !from.endsWith('#'));
  expect(places.length).toBeGreaterThan(100);
  expect(places.filter(({ from }) => !led.has(from))).toEqual([]);
});

/** The chapters' pages in the order of the contents. */
function chapterFiles(): string[] {
  const contents = thePage('references/index.html').elements.find(
    ({ properties }) => properties['id'] === 'toc',
  );
  return (contents ? elementsIn(contents) : [])
    .map((element) => attribute(element, 'href'))
    .filter((href) => href !== undefined && /^\/[a-z-]+\/$/.test(href))
    .map((href) => `${href?.slice(1) ?? ''}index.html`)
    .filter((file) => !/^(errata|glossary|references)/.test(file));
}
