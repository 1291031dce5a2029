import { readFileSync } from 'node:fs';
import path from 'node:path';
import { HtmlValidate } from 'html-validate';
import { toString } from 'hast-util-to-string';
import { describe, expect, inject, test } from 'vitest';
import { attribute, elementsIn, readPages, readSectionPages, theElement } from './read-dist.ts';

const { dist } = inject('sites').plain;
const pages = readPages(dist);

/** HTML as the standard has it; what concerns only the taste of its source is switched off. */
const validator = new HtmlValidate({
  root: true,
  extends: ['html-validate:standard', 'html-validate:a11y', 'html-validate:document'],
  rules: {
    // Compressed HTML ends no line where an author would.
    'no-trailing-whitespace': 'off',
    // `<!DOCTYPE html>` and `<!doctype html>` are the same.
    'doctype-style': 'off',
    // The title names the chapter and the book; search engines cut it where they like.
    'long-title': 'off',
    // The site has one style element on purpose: the page is painted from its first round trip.
    'no-style-tag': 'off',
    // Files of the site itself need no integrity.
    'require-sri': 'off',
  },
});

test('every chapter has its page, and so have the cover and what does not exist', () => {
  expect(pages.length).toBeGreaterThanOrEqual(12);
  expect(pages.map(({ file }) => file)).toEqual(
    expect.arrayContaining(['404.html', 'index.html', 'maths/index.html']),
  );
});

test('every page has a title of its own', () => {
  const titles = pages.map((page) => toString(theElement(page, 'title')));
  expect(titles.filter((title, index) => titles.indexOf(title) !== index)).toEqual([]);
  expect(titles.filter((title) => !title.includes('国内大模型市场校注'))).toEqual([]);
});

test('the pages that stand for sections are valid HTML too, with a refresh that does not wait', async () => {
  const sections = readSectionPages(dist);
  expect(sections.length).toBeGreaterThan(100);
  const said = await Promise.all(sections.map(async ({ file, html }) => validate(file, html)));
  expect(said.flat()).toEqual([]);
});

describe.each(pages.map((page) => [page.file, page] as const))('%s', (file, page) => {
  test('is valid HTML', async () => {
    const said = await validate(file, readFileSync(path.join(dist, file), 'utf8'));
    expect(said).toEqual([]);
  });

  test('says its language, and what it is', () => {
    expect(attribute(theElement(page, 'html'), 'lang')).toBe('zh-CN');
    const headings = elementsIn(theElement(page, 'body')).filter(({ tagName }) => tagName === 'h1');
    expect(headings.map((heading) => toString(heading).trim() !== '')).toEqual([true]);
    expect(elementsIn(theElement(page, 'main')).includes(headings[0] as never)).toBe(true);
  });

  test('is Chinese to those who listen to it', () => {
    const labels = page.elements
      .flatMap((element) =>
        ['ariaLabel', 'title', 'alt', 'placeholder', 'ariaRoleDescription'].map((name) =>
          attribute(element, name),
        ),
      )
      .filter((label) => label !== undefined && label !== '');
    expect(labels.filter((label) => !/\p{Script=Han}/u.test(label ?? ''))).toEqual([]);
  });
});

async function validate(file: string, html: string): Promise<string[]> {
  const { results } = await validator.validateString(html, file);
  return results.flatMap(({ messages }) =>
    messages.map(({ ruleId, message, selector, offset }) => `${ruleId}: ${message} (${selector ?? offset})`),
  );
}
