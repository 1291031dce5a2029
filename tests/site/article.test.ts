import { readdirSync } from 'node:fs';
import path from 'node:path';
import type { Element, Nodes } from 'hast';
import { toString } from 'hast-util-to-string';
import { expect, inject, test } from 'vitest';
import { blocksOfArticle, labels, tidy } from './article-blocks.ts';
import { attribute, elementsIn, readPages, type DistPage } from './read-dist.ts';

const content = path.resolve(import.meta.dirname, '../../content');
const whole = 'print/index.html';

/** The same of the pages: everything in a page's body that does not stand in the editors' layer. */
function blocksOfPages(pages: DistPage[]): string[] {
  const byFile = new Map(pages.map((page) => [page.file, blocksOf(page)]));
  const chapters = readdirSync(path.join(content, 'chapters'))
    .sort()
    .slice(1, -1)
    .map((file) => `${file.replace(/^\d+-/, '').replace('.mdx', '')}/index.html`);
  const cover = byFile.get('index.html') ?? [];
  // The cover opens the book, and below its list of contents closes it: the article's own rule parts the two.
  const end = cover.lastIndexOf('---');
  const order = [
    cover.slice(0, end),
    ...chapters.map((file) => byFile.get(file) ?? [file]),
    cover.slice(end),
  ];
  // The page that has the whole book is held against the article by itself, below.
  const others = [...byFile].filter(
    ([file]) => file !== 'index.html' && file !== whole && !chapters.includes(file),
  );
  return [...order.flat(), ...others.flatMap(([, blocks]) => blocks)];
}

const inline = new Set([
  'a',
  'b',
  'code',
  'del',
  'em',
  'i',
  'ins',
  's',
  'span',
  'strong',
  'sub',
  'sup',
  'wbr',
]);
const silent = new Set(['script', 'style', 'template', 'noscript']);

function blocksOf({ elements }: DistPage): string[] {
  const blocks: string[] = [];
  let run = '';
  const flush = (): void => {
    blocks.push(run);
    run = '';
  };
  function walk(node: Nodes): void {
    if (node.type === 'text') run += node.value;
    if (node.type !== 'element' || silent.has(node.tagName)) return;
    if (attribute(node, 'dataLayer') === 'editorial') return;
    const classes = attribute(node, 'className')?.split(' ') ?? [];
    if (classes.includes('katex')) {
      const tex = toString(elementsIn(node).find(({ tagName }) => tagName === 'annotation') ?? node);
      run += isDisplay(node) ? tex : `$${tex}$`;
    } else if (node.tagName === 'svg') {
      flush();
      const texts = elementsIn(node).filter(({ tagName }) => tagName === 'text');
      blocks.push(labels(texts.map((text) => toString(text))));
    } else if (node.tagName === 'strong') {
      run += '**';
      node.children.forEach(walk);
      run += '**';
    } else if (node.tagName === 'pre') {
      flush();
      blocks.push(...toString(node).split('\n'));
    } else if (node.tagName === 'hr') {
      flush();
      blocks.push('---');
    } else {
      const isBlock = !inline.has(node.tagName);
      if (isBlock) flush();
      node.children.forEach(walk);
      if (isBlock) flush();
    }
  }
  elements.find(({ tagName }) => tagName === 'body')?.children.forEach(walk);
  flush();
  return blocks.map(tidy).filter(Boolean);
}

function isDisplay(katex: Element): boolean {
  return elementsIn(katex).some(
    ({ tagName, properties }) => tagName === 'math' && properties['display'] === 'block',
  );
}

test.each(['plain', 'placed'] as const)(
  'the article stands in the pages of the build "%s": every block once, in order, and nothing else',
  (name) => {
    expect(blocksOfPages(readPages(inject('sites')[name].dist))).toEqual(blocksOfArticle());
  },
);

test('it stands once more on the page that has the whole book, in the same order', () => {
  const page = readPages(inject('sites').plain.dist).find(({ file }) => file === whole);
  expect(page && blocksOf(page)).toEqual(blocksOfArticle());
});
