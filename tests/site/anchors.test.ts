import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Element } from 'hast';
import { toString } from 'hast-util-to-string';
import { expect, inject, test } from 'vitest';
import { readAnchorList } from '../../src/book/anchor-list.ts';
import { attribute, elementsIn, readPages } from './read-dist.ts';

const all = readPages(inject('sites').plain.dist);
/** Those that readers and search engines are sent to: what stands on others is a copy, or not found. */
const pages = all.filter(
  ({ elements }) => !elements.some((element) => /noindex/.test(attribute(element, 'content') ?? '')),
);
const file = path.resolve(import.meta.dirname, '../../content/anchors.txt');
const listed = readAnchorList(readFileSync(file, 'utf8')).filter(({ movedTo }) => movedTo === undefined);

/** What readers link to, by its element. */
const lasting = /^(h2|h3|figure|li|section)$/;

test('everything that can be linked to on a page is listed', () => {
  const found = pages.flatMap(({ file, elements }) =>
    elements.flatMap((element) => {
      const id = attribute(element, 'id');
      const inTerms = element.tagName === 'div' && /^[a-z]/.test(id ?? '');
      const isNote = hasClass(element, 'note');
      return id && (lasting.test(element.tagName) || inTerms || isNote)
        ? [`/${file.replace(/index\.html$/, '')}#${id}`]
        : [];
    }),
  );
  expect(found.length).toBeGreaterThan(500);
  const known = new Set(listed.map(({ address }) => address));
  expect(found.filter((address) => !known.has(address))).toEqual([]);
});

test('everything that is listed is on its page', () => {
  const there = new Set(
    all.flatMap(({ file, elements }) => {
      const page = `/${file.replace(/index\.html$/, '')}`;
      return [page, ...elements.map((element) => `${page}#${attribute(element, 'id')}`)];
    }),
  );
  expect(listed.map(({ address }) => address).filter((address) => !there.has(address))).toEqual([]);
});

/** Every kind of thing that must have an address of its own, and what makes it out on a page. */
const kinds: Record<string, (element: Element, file: string) => boolean> = {
  // What goes on with a long list of sources is no section of its own.
  section: (element) => /^h[23]$/.test(element.tagName) && !/，续\s*$/.test(toString(element)),
  equation: (element) => hasClass(element, 'numbered-equation'),
  figure: (element) => hasClass(element, 'figure') || hasClass(element, 'chart'),
  table: (element) => element.tagName === 'figure' && hasClass(element, 'table'),
  listing: (element) => hasClass(element, 'coded'),
  note: (element) => hasClass(element, 'note'),
  question: (element) => hasClass(element, 'question'),
  term: (element, file) => file === 'glossary/index.html' && hasChild(element, 'dt'),
};

test.each(Object.entries(kinds))(
  'every %s has a short ASCII address of its own, and it is listed',
  (_, is) => {
    const known = new Set(listed.map(({ address }) => address));
    const found = pages.flatMap(({ file, elements }) =>
      elements
        .filter((element) => is(element, file))
        .map((element) => {
          // The title of a question has it.
          const named = hasClass(element, 'question')
            ? elementsIn(element).find(({ tagName }) => /^h[23]$/.test(tagName))
            : element;
          return `/${file.replace(/index\.html$/, '')}#${(named && attribute(named, 'id')) ?? ''}`;
        }),
    );
    expect(found.length).toBeGreaterThan(5);
    expect(found.filter((address) => !/#[a-z0-9-]{2,40}$/.test(address) || !known.has(address))).toEqual([]);
    expect(new Set(found).size).toBe(found.length);
  },
);

function hasClass(element: Element, name: string): boolean {
  return attribute(element, 'className')?.split(' ').includes(name) ?? false;
}

function hasChild({ children }: Element, name: string): boolean {
  return children.some((child) => child.type === 'element' && child.tagName === name);
}
