import { JSDOM } from 'jsdom';
import { describe, expect, it } from 'vitest';
import { toPixels } from '../../../src/diagrams/css/length.ts';
import { parseSelectors } from '../../../src/diagrams/css/selector.ts';
import { cascade, parseStyleSheet } from '../../../src/diagrams/css/style-sheet.ts';

const { document } = new JSDOM(
  `<svg id="root"><g class="node main" data-look="classic"><rect id="r"></rect><text><tspan id="t">x</tspan></text></g><g class="last"></g></svg>`,
).window;
const find = (id: string): Element => document.getElementById(id) ?? document.body;

describe('selectors', () => {
  it.each([
    ['#root rect', true],
    ['.node.main > rect', true],
    ['svg > rect', false],
    ['[data-look="classic"] rect', true],
    ['[data-look^="cla"] rect', true],
    ['[data-look=neo] rect', false],
    ['g:not(.last) rect', true],
    ['g:not(.main) rect', false],
    [':is(circle, rect)', true],
    ['rect:first-child', true],
    ['rect:last-child', false],
    ['* rect', true],
    ['rect:hover', false],
    ['rect::before', false],
  ])('%s matches the rect: %s', (text, expected) => {
    expect(parseSelectors(text).some(({ matches }) => matches(find('r')))).toBe(expected);
  });

  it('follows siblings', () => {
    const text = find('t').parentElement ?? find('t');
    for (const rule of ['rect + text', 'rect ~ text']) {
      expect(parseSelectors(rule).some(({ matches }) => matches(text))).toBe(true);
    }
  });
});

describe('the cascade', () => {
  const winner = (css: string, attributes: Record<string, string> = {}): string | undefined => {
    const rect = document.createElementNS('http://www.w3.org/2000/svg', 'rect');
    find('r').after(rect);
    for (const [name, value] of Object.entries(attributes)) rect.setAttribute(name, value);
    const fill = cascade(rect, parseStyleSheet(css), ['fill']).get('fill');
    rect.remove();
    return fill;
  };

  it.each([
    ['the later of equals', 'rect{fill:red} rect{fill:blue}', {}, 'blue'],
    ['the more specific', '#root rect{fill:red} .node rect{fill:blue}', {}, 'red'],
    ['a rule over an attribute', 'rect{fill:red}', { fill: 'blue' }, 'red'],
    ['an attribute over nothing', 'circle{fill:red}', { fill: 'blue' }, 'blue'],
    ['a style attribute over rules', '#root rect{fill:red}', { style: 'fill: blue' }, 'blue'],
    ['what is important over a style attribute', 'rect{fill:red !important}', { style: 'fill: blue' }, 'red'],
    [
      'rules inside @supports, not @media print',
      '@supports (a:b){rect{fill:red}} @media print{rect{fill:blue}}',
      {},
      'red',
    ],
    ['the fallback of a custom property', 'rect{fill:var(--x, red)}', {}, 'red'],
    ['what :is() counts', ':is(#root) rect{fill:red} .node rect{fill:blue}', {}, 'red'],
    ['what is no declaration', 'rect{fill:red; blue}', { style: 'undefined; stroke' }, 'red'],
    ['past comments', '/* rect{fill:blue} */ rect{fill:red}', {}, 'red'],
  ])('%s wins', (_, css, attributes, expected) => {
    expect(winner(css, attributes)).toBe(expected);
  });
});

it.each([
  ['12px', 12],
  ['12', 12],
  ['1.5em', 30],
  ['2rem', 32],
  ['9pt', 12],
  ['50%', 10],
  ['4ex', 40],
  ['small', 13],
  ['wide', undefined],
])('%s is a length of %s px', (text, expected) => {
  expect(toPixels(text, { fontSize: 20, xHeight: 0.5 })).toBe(expected);
});
