import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Nodes, Root } from 'mdast';
import { toString } from 'mdast-util-to-string';
import { toString as textOf } from 'hast-util-to-string';
import remarkCjkFriendly from 'remark-cjk-friendly';
import remarkGfm from 'remark-gfm';
import remarkMath from 'remark-math';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { visit } from 'unist-util-visit';
import { describe, expect, inject, test } from 'vitest';
import { blocksOfArticle, labels, tidy } from './article-blocks.ts';
import { attribute, elementsIn, readPages } from './read-dist.ts';

const { plain, placed } = inject('sites');
const content = path.resolve(import.meta.dirname, '../../content/chapters');
const sources = readdirSync(content).sort();
const chapters = sources.slice(1, -1).map((file) => file.replace(/^\d+-|\.mdx$/g, ''));
const reader = unified().use(remarkParse).use(remarkGfm).use(remarkMath).use(remarkCjkFriendly);

const textAt = (file: string, dist = plain.dist): string => readFileSync(path.join(dist, file), 'utf8');
const treeAt = (file: string, dist = plain.dist): Root => reader.parse(textAt(file, dist));
const urlsIn = (tree: Root): string[] => {
  const urls: string[] = [];
  visit(tree, 'link', ({ url }) => void urls.push(url));
  return urls;
};

/** What stands outside of quotations, block by block, as blocksOfArticle() has it. */
function blocksOf(tree: Root): string[] {
  const blocks: string[] = [];
  function words(node: Nodes): string {
    if (node.type === 'inlineMath') return `$${node.value}$`;
    if (node.type === 'strong') return `**${node.children.map(words).join('')}**`;
    return 'children' in node ? node.children.map(words).join('') : toString(node);
  }
  function walk(node: Nodes): void {
    if (node.type === 'blockquote' || node.type === 'footnoteDefinition') return;
    if (node.type === 'math') blocks.push(node.value);
    else if (node.type === 'thematicBreak') blocks.push('---');
    else if (node.type === 'code' && node.lang === 'mermaid')
      blocks.push(labels([...node.value.matchAll(/\[(.*?)\]/g)].map(([, label = '']) => label)));
    else if (node.type === 'code') blocks.push(...node.value.split('\n'));
    else if (node.type === 'paragraph' || node.type === 'heading')
      blocks.push(words(node).replace(/〔[一二三四五六七八九十]+〕/g, ''));
    else if ('children' in node) node.children.forEach(walk);
  }
  tree.children.forEach(walk);
  return blocks.map(tidy).filter(Boolean);
}

test('outside of quotations stands the article, every block once, in order', () => {
  const titled = (file: string): boolean => textAt(file).includes('题目为编者所拟');
  const blocks = ['index', ...chapters].map((name) => {
    const all = blocksOf(treeAt(`${name}.md`));
    return titled(`${name}.md`) ? all.slice(1) : all;
  });
  const [cover = [], ...others] = blocks;
  const end = cover.lastIndexOf('---');
  expect([...cover.slice(0, end), ...others.flat(), ...cover.slice(end)]).toEqual(blocksOfArticle());
});

test('the whole has the blocks of every part, in order', () => {
  const names = ['index', ...chapters, 'errata', 'glossary'];
  // Blocks that the cover has behind the contents come first here, with the rest of the cover.
  expect(blocksOf(treeAt('llms-full.txt'))).toEqual(names.flatMap((name) => blocksOf(treeAt(`${name}.md`))));
});

describe.each(chapters)('%s.md', (name) => {
  const page = readPages(plain.dist).find(({ file }) => file === `${name}/index.html`);
  const elements = page?.elements ?? [];
  const tree = treeAt(`${name}.md`);
  const source = readFileSync(path.join(content, sources[chapters.indexOf(name) + 1] ?? ''), 'utf8');

  test('is named by its page', () => {
    const link = elements.find((element) => attribute(element, 'type') === 'text/markdown');
    expect(link && [attribute(link, 'rel'), attribute(link, 'href')]).toEqual(['alternate', `/${name}.md`]);
  });

  test('has the diagrams and formulas of its source as they are written', () => {
    const found: Record<'mermaid' | 'math', string[]> = { mermaid: [], math: [] };
    visit(tree, (node) => {
      if (node.type === 'code' && node.lang === 'mermaid') found.mermaid.push(node.value);
      if (node.type === 'math' || node.type === 'inlineMath') found.math.push(node.value);
    });
    const dedent = (text = ''): string => text.replace(/^ +(?=\S)/gm, '').trim();
    const fences = [...source.matchAll(/^ *```mermaid\n([\s\S]*?)^ *```$/gm)].map(([, text]) => dedent(text));
    expect(found.mermaid.map(dedent)).toEqual(fences);
    const written = [...source.matchAll(/^ *\$\$\n([\s\S]*?)^ *\$\$$|\$([^$\n]+)\$/gm)].map(
      ([, display, inline]) => dedent(display ?? inline),
    );
    expect(found.math.map(dedent)).toEqual(written.filter((tex) => found.math.map(dedent).includes(tex)));
    expect(found.math.length).toBeGreaterThanOrEqual(written.length);
  });

  test('has every note as a quotation, with its verdict and its sources', () => {
    const quotations: string[] = [];
    visit(tree, 'blockquote', (quote) => void quotations.push(toString(quote) + cited(quote)));
    const notes = elements.filter((element) => attribute(element, 'className')?.split(' ').includes('note'));
    const missing = notes.flatMap((note) => {
      const [, label = '', verdict = ''] = /^(.+?〕)(.*)$/.exec(attribute(note, 'ariaLabel') ?? '') ?? [];
      const keys = elementsIn(note).flatMap(
        (link) => /references\/#(.+)/.exec(attribute(link, 'href') ?? '')?.[1] ?? [],
      );
      // One that stands in a supplement stands in the quotation of that.
      const quotation = quotations.filter((words) => words.includes(label)).join(' ');
      return [verdict, ...keys]
        .filter((part) => !quotation.includes(part))
        .map((part) => `${label}: ${part}`);
    });
    expect(missing).toEqual([]);
    expect(notes.length).toBeGreaterThan(0);
  });

  test('has every table, listing and source that it names', () => {
    const rows: number[] = [];
    const defined = new Set<string>();
    const listings: string[] = [];
    visit(tree, (node) => {
      if (node.type === 'table') rows.push(node.children.length);
      if (node.type === 'footnoteDefinition') defined.add(node.identifier);
      if (node.type === 'code' && node.lang !== 'mermaid') listings.push(node.value);
    });
    const main = elements.filter(({ tagName }) => tagName === 'table' || tagName === 'pre');
    expect(rows).toEqual(
      main
        .filter(({ tagName }) => tagName === 'table')
        .map((table) => elementsIn(table).filter(({ tagName }) => tagName === 'tr').length),
    );
    expect(listings).toEqual(
      main.filter(({ tagName }) => tagName === 'pre').map((pre) => textOf(pre).trimEnd()),
    );
    expect(
      cited(tree)
        .split(' ')
        .filter((key) => key && !defined.has(key)),
    ).toEqual([]);
  });
});

test.each([
  ['plain', plain, ''],
  ['placed', placed, 'https://book.example/a/b/'],
] as const)('in the build "%s" links lead to pages and files that exist', (_, { dist }, root) => {
  const files = readdirSync(dist).filter((file) => /\.md$|^llms.*\.txt$/.test(file));
  const dead = files.flatMap((file) =>
    urlsIn(treeAt(file, dist))
      .filter((url) => (root ? url.startsWith(root) : !/^[a-z]+:/.test(url)))
      .map((url) => url.slice(root.length).replace(/#.*/, ''))
      .filter((url) => !existsSync(path.join(dist, url.endsWith('/') || !url ? `${url}index.html` : url)))
      .map((url) => `${file}: ${url}`),
  );
  expect(dead).toEqual([]);
  const relative = files.flatMap((file) => urlsIn(treeAt(file, dist)).filter((url) => !/^[a-z]+:/.test(url)));
  expect(relative.length > 100).toBe(root === '');
});

test('llms.txt is a title, what it is, and lists of links', () => {
  const { children } = treeAt('llms.txt');
  expect(children.map(({ type }) => type)).toEqual([
    ...['heading', 'blockquote', 'paragraph'],
    ...['heading', 'list', 'heading', 'list', 'heading', 'list'],
  ]);
  const urls = urlsIn(treeAt('llms.txt'));
  expect(urls).toEqual(
    expect.arrayContaining(['index', ...chapters, 'references'].map((name) => `${name}.md`)),
  );
});

/** Keys of the sources that something names. */
function cited(node: Nodes): string {
  const keys: string[] = [];
  visit(node, 'footnoteReference', ({ identifier }) => void keys.push(identifier));
  return keys.join(' ');
}
