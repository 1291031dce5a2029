import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Element } from 'hast';
import { toString } from 'hast-util-to-string';
import { expect, inject, test } from 'vitest';
import { attribute, elementsIn, readPages, type DistPage } from './read-dist.ts';

const pages = readPages(inject('sites').plain.dist);
const article = readFileSync(path.resolve(import.meta.dirname, '../../content/article/article.md'), 'utf8');

function pageAt(file: string): DistPage {
  const page = pages.find((candidate) => candidate.file === file);
  if (!page) throw new Error(`There is no ${file}`);
  return page;
}

function named(elements: Element[], ...names: string[]): Element[] {
  return elements.filter(({ tagName }) => names.includes(tagName));
}

test("the article's diagram has its ten boxes and nine arrows", () => {
  const figure = named(pageAt('core-concepts/index.html').elements, 'figure').find(
    (candidate) => attribute(candidate, 'id') === 'fig-core-concepts',
  );
  const drawings = named(elementsIn(figure as Element), 'svg').filter(
    (svg) => attribute(svg, 'role') === 'img',
  );
  expect(drawings).toHaveLength(1);
  const parts = elementsIn(drawings[0] as Element);
  const [, source = ''] = /```mermaid\n([\s\S]*?)```/.exec(article) ?? [];
  const labels = new Set([...source.matchAll(/\[(.*?)\]/g)].map(([, label]) => label));
  expect(labels.size).toBe(10);
  expect(
    named(parts, 'text')
      .map((text) => toString(text))
      .sort(),
  ).toEqual([...labels].sort());
  expect(named(parts, 'rect', 'polygon')).toHaveLength(10);
  expect(source.match(/-->/g)).toHaveLength(9);
  // An arrowhead may be said once, for a group of lines.
  const marked = parts.filter(({ properties }) => properties['markerEnd']);
  const arrows = new Set(marked.flatMap((element) => [element, ...elementsIn(element)]));
  expect(named([...arrows], 'path', 'line', 'polyline')).toHaveLength(9);
});

test('every drawing has a Chinese name and description, and no foreign content', () => {
  const drawings = pages.flatMap(({ elements }) =>
    named(elements, 'svg').filter((svg) => attribute(svg, 'role') === 'img'),
  );
  for (const drawing of drawings) {
    const parts = elementsIn(drawing);
    const [title, description] = [named(parts, 'title')[0], named(parts, 'desc')[0]];
    expect(toString(title as Element)).toMatch(/\p{Script=Han}/u);
    expect(toString(description as Element)).toMatch(/\p{Script=Han}/u);
    expect(named(parts, 'foreignObject', 'style', 'script')).toEqual([]);
  }
  expect(drawings.length).toBeGreaterThan(0);
});

test('no page carries the text of its diagrams, which the other forms of the book are made from', () => {
  const diagrams = pages.flatMap(({ elements }) =>
    elements.filter(({ properties }) => String(properties['className']) === 'diagram'),
  );
  expect(diagrams.length).toBeGreaterThan(0);
  expect(diagrams.filter((diagram) => attribute(diagram, 'dataMermaid') !== undefined)).toEqual([]);
});

test("the article's formulas are there as MathML, with their TeX", () => {
  const formulas = [...article.matchAll(/^\$\$\n([\s\S]*?)\n\$\$$/gm)].map(([, tex = '']) => tex);
  expect(formulas).toHaveLength(2);
  const math = named(pageAt('maths/index.html').elements, 'math').filter(
    (element) => element.properties['display'] === 'block',
  );
  const written = math.map((element) =>
    named(elementsIn(element), 'annotation').map((node) => toString(node).trim()),
  );
  expect(written.flat()).toEqual(expect.arrayContaining(formulas));
});

test('no formula is broken', () => {
  expect(pages.filter(({ html }) => /katex-error|merror/.test(html)).map(({ file }) => file)).toEqual([]);
});
