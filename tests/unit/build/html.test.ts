import { expect, test } from 'vitest';
import {
  attributeOf,
  createFinder,
  parsePage,
  parsePart,
  textOf,
  writeHtml,
} from '../../../src/build/html.ts';

const page = parsePage(`<!DOCTYPE html><html lang="zh-CN"><head><title>四</title></head><body>
<main><p class="lead first" data-layer="editorial">甲<em>乙</em></p><p>丙</p>
<svg viewBox="0 0 1 1"><linearGradient id="g"></linearGradient></svg></main></body></html>`);
const find = createFinder(page);

test.each([
  ['p', 2],
  ['.lead', 1],
  ['p.lead > em', 1],
  ['[data-layer=editorial]', 1],
  ['p:not(.lead)', 1],
  ['p + p', 1],
  ['main :first-child', 3],
  ['linearGradient', 1],
  ['#g', 1],
  ['em, svg', 2],
  ['section', 0],
])('%s is found', (selector, count) => {
  expect(find.all(selector)).toHaveLength(count);
});

test('an element knows what it stands in, and whether it is what a selector means', () => {
  const em = find.all('em')[0];
  if (!em) throw new Error('There is no <em>.');
  expect(find.parentOf(em)?.tagName).toBe('p');
  expect(find.matches(em, 'main em')).toBe(true);
  expect(find.matches(em, 'head em')).toBe(false);
});

test('attributes are read by their names in HTML', () => {
  const lead = find.first('.lead');
  if (!lead) throw new Error('There is no lead.');
  expect(attributeOf(lead, 'class')).toBe('lead first');
  expect(attributeOf(lead, 'data-layer')).toBe('editorial');
  expect(attributeOf(lead, 'id')).toBeUndefined();
  expect(textOf(lead)).toBe('甲乙');
});

test('what is written is what was parsed', () => {
  const text =
    '<p class="a" hidden>甲 &amp; <b>乙</b><br><svg viewBox="0 0 1 1"><path d="M0 0"></path></svg></p>';
  expect(writeHtml(parsePart(text))).toBe(text);
});
