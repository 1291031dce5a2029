import type { Element } from 'hast';
import { toString } from 'hast-util-to-string';
import { describe, expect, inject, test } from 'vitest';
import { attribute, elementsIn, readPages, theElement } from './read-dist.ts';

const pages = readPages(inject('sites').plain.dist);

const hasClass = (element: Element, name: string): boolean =>
  (attribute(element, 'className') ?? '').split(' ').includes(name);
const linksIn = (element: Element): string[] =>
  elementsIn(element).flatMap((inner) => (inner.tagName === 'a' ? [attribute(inner, 'href') ?? ''] : []));

describe.each(pages.map((page) => [page.file, page] as const))('%s', (_, page) => {
  const inside = elementsIn(theElement(page, 'main'));
  const notes = inside.filter((element) => hasClass(element, 'note'));
  const references = inside.filter(
    ({ tagName, properties }) =>
      tagName === 'a' && typeof properties['id'] === 'string' && properties['id'].endsWith('-ref'),
  );

  test('each reference has its note, and each note its reference, by number and in order', () => {
    const named = references.map((link) => [attribute(link, 'href'), toString(link)]);
    expect(named).toEqual(
      notes.map((note) => [
        `#${attribute(note, 'id')}`,
        /〔[^〕]+〕/.exec(attribute(note, 'ariaLabel') ?? '')?.[0],
      ]),
    );
    for (const note of notes) expect(linksIn(note)).toContain(`#${attribute(note, 'id')}-ref`);
  });

  test('whatever one may want to point to says its own address', () => {
    // The link to a question stands beside it: what opens and closes may hold no link.
    const besides = inside.filter((element) => hasClass(element, 'question')).flatMap(linksIn);
    const without = inside.filter(isAddressed).filter((element) => {
      const id = attribute(element, 'id');
      // A note is led to by its reference.
      return !id || !(hasClass(element, 'note') || [...linksIn(element), ...besides].includes(`#${id}`));
    });
    const told = without.map((element) => `<${element.tagName}> ${toString(element).slice(0, 20)}`);
    expect(told).toEqual([]);
  });

  test('no table and no listing stands without a number or a caption', () => {
    const numbered = new Set(
      inside
        .filter((element) => element.tagName === 'figure' || isSmall(element))
        .flatMap((element) => elementsIn(element)),
    );
    const loose = inside.filter(
      (element) =>
        ['table', 'pre'].includes(element.tagName) &&
        !numbered.has(element) &&
        !elementsIn(element).some(({ tagName }) => tagName === 'caption'),
    );
    expect(loose.map((element) => toString(element).slice(0, 40))).toEqual([]);
  });
});

test('there is something of everything', () => {
  const all = pages.flatMap(({ elements }) => elements);
  for (const name of ['note', 'numbered-equation', 'coded'])
    expect(all.filter((element) => hasClass(element, name)).length, name).toBeGreaterThan(0);
  expect(all.filter(({ tagName }) => tagName === 'h2').length).toBeGreaterThan(0);
});

function isAddressed(element: Element): boolean {
  // The title of a page, below the book's where all are on one page: its address is the part's.
  if (hasClass(element, 'level-1')) return false;
  return (
    ['h2', 'h3', 'figure'].includes(element.tagName) ||
    hasClass(element, 'numbered-equation') ||
    hasClass(element, 'note')
  );
}

/** What is part of another thing: the words of a note, a pair, a quotation, the numbers behind a chart. */
function isSmall(element: Element): boolean {
  return (
    hasClass(element, 'note') ||
    hasClass(element, 'pair') ||
    ['blockquote', 'details'].includes(element.tagName)
  );
}
