import { describe, expect, it } from 'vitest';
import { contrast, mixColours, normaliseColour } from '../../../src/diagrams/theme/colour.ts';
import { createConfiguration } from '../../../src/diagrams/theme/configuration.ts';
import { ThemedColours } from '../../../src/diagrams/theme/themed-colours.ts';
import { readDiagramLook } from '../../../src/markdown/code/diagram-look.ts';

const { palette } = readDiagramLook();
const colours = new ThemedColours(palette);
const themedColour = colours.unite.bind(colours);

describe('colours', () => {
  it.each([
    ['#ABC', '#aabbcc'],
    ['#aabbccff', '#aabbcc'],
    ['#aabbcc80', '#aabbcc80'],
    ['rgb(255, 0, 10)', '#ff000a'],
    ['rgba(0,0,0,0.5)', '#00000080'],
    ['hsl(120, 100%, 25%)', '#008000'],
    ['hsl(-120 100% 50%)', '#0000ff'],
    ['White', '#ffffff'],
    ['rebeccapurple', '#663399'],
    ['rgb(0 0 0 / 50%)', '#00000080'],
    ['frontend', undefined],
    ['url(#x)', undefined],
    ['none', undefined],
  ])('%s is %s', (text, expected) => {
    expect(normaliseColour(text)).toBe(expected);
  });

  it('mixes as color-mix in srgb does', () => {
    expect(mixColours('#000000', '#ffffff', 0.25)).toBe('#bfbfbf');
  });
});

describe.each(['light', 'dark'] as const)('the %s palette', (name) => {
  const palette = colours[name];

  it('has text that is readable on every fill in series', () => {
    for (const wash of [...palette.washes, palette.background, palette.surface]) {
      expect(contrast(palette.text, wash), wash).toBeGreaterThanOrEqual(6);
    }
  });

  it('has lines that are seen on the page, and a page colour that is readable on them', () => {
    for (const colour of palette.series)
      expect(contrast(colour, palette.background), colour).toBeGreaterThanOrEqual(4.5);
    expect(contrast(palette.line, palette.background)).toBeGreaterThanOrEqual(3);
  });
});

it('configures both themes alike but for their colours', () => {
  const blank = (name: 'light' | 'dark'): string =>
    JSON.stringify(createConfiguration(colours[name]))
      .replace(/#[0-9a-f]{3,8}/g, '#')
      .replace(/"darkMode":\w+/g, '');
  expect(blank('dark')).toBe(blank('light'));
});

describe('one colour for two themes', () => {
  const { red: zhu, text: ink } = palette;

  it('is the token that the pair is', () => {
    expect(themedColour(zhu.light, zhu.dark, '')).toBe('var(--zhu)');
    expect(themedColour('rgb(33, 30, 26)', ink.dark, '')).toBe('var(--ink)');
  });

  it('is light-dark() for any other pair', () => {
    expect(themedColour('#111111', '#eeeeee', '')).toBe('light-dark(#111111,#eeeeee)');
  });

  it("is the token whose light value an author wrote, and any other of the author's as it is", () => {
    expect(themedColour(zhu.light, zhu.light, `style A stroke:${zhu.light}`)).toBe('var(--zhu)');
    expect(themedColour('#333', '#333', 'style A fill:#333')).toBe('#333333');
    expect(themedColour('pink', 'pink', 'style A fill:pink')).toBe('#ffc0cb');
  });

  it("is a token for what is fixed in Mermaid's code", () => {
    expect(themedColour('#333', '#333', '')).toBe('var(--ink)');
    expect(themedColour('#ffffff', '#ffffff', '')).toBe('var(--bg)');
    expect(themedColour('#ffffff', '#ffffff', '', true)).toBe('var(--ink)');
    expect(themedColour('#4e79a7', '#4e79a7', '')).toBe('var(--qing)');
  });

  it('leaves what is no colour', () => {
    expect(themedColour('none', 'none', '')).toBe('none');
    expect(themedColour('url(#a)', 'url(#a)', '')).toBe('url(#a)');
    expect(themedColour('transparent', 'transparent', '')).toBe('transparent');
    expect(themedColour('rgba(0,0,0,0)', 'rgba(0,0,0,0)', '')).toBe('none');
  });
});
