import { JSDOM } from 'jsdom';
import { describe, expect, it } from 'vitest';
import { createLayout } from '../../../src/diagrams/layout/layout.ts';
import { layOutText } from '../../../src/diagrams/layout/text-fragments.ts';
import { readDiagramLook } from '../../../src/markdown/code/diagram-look.ts';

const { fonts, styles, boxes } = createLayout(readDiagramLook().fonts);

function svg(inside: string): Element {
  const { document } = new JSDOM(`<svg viewBox="0 0 200 100">${inside}</svg>`).window;
  return document.querySelector('svg') ?? document.body;
}
const text = (inside: string): Element => svg(inside).querySelector('text') ?? svg('');

describe('widths', () => {
  it('counts one em for each Han character', () => {
    expect(fonts.width('数据收集', 400, 20)).toBeCloseTo(80, 3);
  });

  it('does as Chromium does with sixteen of them at 15 px: they need more than 240 px', () => {
    expect(fonts.width('训练'.repeat(8), 400, 15)).toBeGreaterThan(240);
  });

  it('takes advances and kerning of the font for Latin, and heavier ones for bold', () => {
    const apart = fonts.width('A', 400, 100) + fonts.width('V', 400, 100);
    expect(fonts.width('AV', 400, 100)).toBeLessThan(apart);
    expect(fonts.width('Hello', 700, 16)).toBeGreaterThan(fonts.width('Hello', 400, 16));
  });

  it('counts one emoji for each that is seen, and nothing for what is not', () => {
    for (const emoji of ['🙂', '👨‍👩‍👧', '🇨🇳', '👍🏽']) expect(fonts.width(emoji, 400, 10)).toBeCloseTo(12.5, 3);
    expect(fonts.width('中\u200b文', 400, 10)).toBeCloseTo(20, 3);
  });
});

describe('lines', () => {
  it('places each line that a tspan begins', () => {
    const lines = layOutText(
      text('<text><tspan x="0" y="10">一</tspan><tspan x="0" dy="20">二</tspan></text>'),
      styles,
      fonts,
    );
    expect(lines.map(({ x, y }) => [x, y])).toEqual([
      [0, 10],
      [0, 30],
    ]);
  });

  it('lets the inner shift overrule the outer one', () => {
    const [line] = layOutText(text('<text dy="10"><tspan dy="5">一</tspan></text>'), styles, fonts);
    expect(line?.y).toBe(5);
  });

  it('centres and ends a line at its anchor', () => {
    const start = (anchor: string): number | undefined =>
      layOutText(text(`<text x="100" text-anchor="${anchor}" font-size="14">一二</text>`), styles, fonts)[0]
        ?.x;
    expect(start('middle')).toBe(86);
    expect(start('end')).toBe(72);
  });

  it('collapses white space, and drops it at the ends', () => {
    const [line] = layOutText(text('<text>  一 \n 二  </text>'), styles, fonts);
    expect(line?.text).toBe('一 二 ');
    expect(line?.width).toBeCloseTo(fonts.width('一 二', 400, 16), 1);
  });

  it('takes a percentage of the drawing', () => {
    expect(layOutText(text('<text x="50%">一</text>'), styles, fonts)[0]?.x).toBe(100);
  });
});

it.each([
  [300, 'bolder', 400],
  [400, 'bolder', 700],
  [600, 'bolder', 900],
  [700, 'lighter', 400],
])('a weight of %i and %s is %i', (weight, change, expected) => {
  const part = text(
    `<text font-weight="${weight}"><tspan font-weight="${change}">一</tspan></text>`,
  ).firstElementChild;
  expect(styles.of(part).fontWeight).toBe(expected);
});

describe('boxes', () => {
  it('unites children through their transforms, without what is hidden or only defined', () => {
    const box = boxes.boundingBox(
      svg(`<defs><rect width="999" height="999"/></defs><g transform="translate(10 20)"><rect width="5" height="5"/>
        <circle cx="20" cy="2" r="2"/><rect width="500" height="0"/></g><rect display="none" width="900" height="9"/>`),
    );
    expect(box).toEqual({ x: 10, y: 20, width: 22, height: 5 });
  });

  it('counts an empty text only if it has a tspan', () => {
    const box = (inside: string) =>
      boxes.boundingBox(svg(`<rect x="5" y="5" width="1" height="1"/>${inside}`));
    expect(box('<text></text>').x).toBe(5);
    expect(box('<text><tspan></tspan></text>').x).toBe(0);
  });

  it('gives text the rounded height of its font', () => {
    expect(boxes.boundingBox(text('<text font-size="15">字</text>'))).toMatchObject({ y: -17, height: 21 });
  });

  it('says the length of a part of a line', () => {
    const part = svg('<text font-size="14">一二<tspan>三</tspan></text>').querySelector('tspan');
    expect(part && boxes.textLength(part)).toBe(14);
  });
});
