import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import fontverter from 'fontverter';
import { create } from 'fontkit';
import { expect, test } from 'vitest';
import { families } from '../../../../src/publish/fonts/families.ts';
import { tablesOf } from '../../../../src/publish/fonts/sfnt-tables.ts';
import cutSubset from '../../../../src/publish/fonts/cut-subset.ts';
import { packWoff2 } from '../../../../src/publish/fonts/woff2/pack-woff2.ts';
import { uint255, uintBase128 } from '../../../../src/publish/fonts/woff2/variable-length.ts';

const require = createRequire(import.meta.url);
const katex = (name: string): Buffer => readFileSync(require.resolve(`katex/dist/fonts/${name}.ttf`));

/** What Google's own decoder makes of it, which browsers have. */
const unpack = async (packed: Buffer): Promise<Buffer> =>
  Buffer.from(await fontverter.convert(packed, 'sfnt', 'woff2'));

function outlines(font: Buffer): unknown[] {
  const opened = create(font);
  return Array.from({ length: opened.numGlyphs }, (_, id) => {
    const glyph = opened.getGlyph(id);
    return [glyph.path.toSVG(), glyph.bbox, glyph.advanceWidth];
  });
}

const tablesByName = (font: Buffer) => new Map(tablesOf(font).map(({ tag, content }) => [tag, content]));

test.each(['KaTeX_Main-Regular', 'KaTeX_AMS-Regular', 'KaTeX_Size4-Regular'])(
  'what is unpacked of %s is what was packed: outlines, boxes, instructions, tables',
  async (name) => {
    const font = katex(name);
    const own = await unpack(packWoff2(font));
    expect(outlines(own)).toEqual(outlines(font));
    // Tables may be written in several ways; of both encoders' files Google's decoder makes the same.
    const others = await unpack(Buffer.from(await fontverter.convert(font, 'woff2', 'sfnt')));
    expect(own.equals(others)).toBe(true);
  },
);

test('of a Chinese subset too, and in haste; and it is no larger than what Google’s encoder makes', async () => {
  const face = families[0]?.faces[0];
  const sfnt = readFileSync(face?.source ?? '');
  const cut = await cutSubset(
    { text: '校注本：大模型 4.1〔〕', hinted: false, features: ['kern'] },
    { sfnt },
  );
  const font = Buffer.from(cut);
  const packed = packWoff2(font);
  const hurried = packWoff2(font, { hurried: true });
  for (const one of [packed, hurried]) expect(outlines(await unpack(one))).toEqual(outlines(font));
  const others = await fontverter.convert(font, 'woff2', 'sfnt');
  expect(packed.length).toBeLessThan(1.005 * others.length);
  expect(hurried.length).toBeLessThan(1.05 * others.length);
});

test('glyphs that are made of others, with instructions and without, steps of every size, and a box of its own', async () => {
  const words = (...numbers: number[]): Buffer => {
    const bytes = Buffer.alloc(2 * numbers.length);
    for (const [index, number] of numbers.entries()) bytes.writeInt16BE(number, 2 * index);
    return bytes;
  };
  // Four points of one contour: flags, steps of x, steps of y, each in two bytes.
  const outline = (box: number[], xs: number[], ys: number[]): Buffer =>
    Buffer.concat([
      words(1, ...box, xs.length - 1, 0),
      Buffer.alloc(xs.length, 1),
      words(...xs),
      words(...ys),
    ]);
  const glyphs = [
    outline([0, 0, 1000, 1000], [0, 1000, 0, -1000], [0, 0, 1000, 0]),
    outline([-64, -5000, 5000, 769], [64, -128, 5064, -4096], [64, 705, -5769, 4095]),
    // More than its points reach.
    outline([-10, -10, 2000, 2000], [1, 767, -1, 1], [1, -1, 767, 1]),
    // ARGS_ARE_XY, WE_HAVE_A_SCALE, MORE_COMPONENTS; then WORDS, ARGS_ARE_XY, INSTRUCTIONS.
    Buffer.concat([
      words(-1, 0, 0, 1000, 1000, 0x002a, 0, 0x0102, 0x2000, 0x0103, 1, -300, 400, 2),
      Buffer.from([0xb0, 1]),
    ]),
    words(-1, 0, 0, 1000, 1000, 0x0003, 0, 7, 8),
    Buffer.alloc(0),
  ];
  const tables = tablesOf(katex('KaTeX_Size4-Regular')).map(({ tag, content }) => {
    if (tag === 'maxp') content.writeUInt16BE(glyphs.length, 4);
    if (tag === 'head') content.writeInt16BE(1, 50);
    if (tag === 'hhea') content.writeUInt16BE(glyphs.length, 34);
    if (tag === 'hmtx') return { tag, content: content.subarray(0, 4 * glyphs.length) };
    if (tag === 'glyf') return { tag, content: Buffer.concat(glyphs.map(padded)) };
    if (tag !== 'loca') return { tag, content };
    const loca = Buffer.alloc(4 * (glyphs.length + 1));
    let at = 0;
    for (const [index, glyph] of glyphs.entries()) {
      at += padded(glyph).length;
      loca.writeUInt32BE(at, 4 * (index + 1));
    }
    return { tag, content: loca };
  });
  const font = joined(tables);
  const after = tablesByName(await unpack(packWoff2(font)));
  const [glyf, loca] = [after.get('glyf') ?? Buffer.alloc(0), after.get('loca') ?? Buffer.alloc(0)];
  const bytes = (index: number) =>
    glyf.subarray(loca.readUInt32BE(4 * index), loca.readUInt32BE(4 * index + 4));
  expect(loca.length).toBe(4 * (glyphs.length + 1));
  for (const index of [3, 4])
    expect(bytes(index).subarray(0, glyphs[index]?.length).toString('hex')).toBe(
      glyphs[index]?.toString('hex'),
    );
  for (const index of [0, 1, 2])
    expect(bytes(index).subarray(0, 10).toString('hex')).toBe(glyphs[index]?.subarray(0, 10).toString('hex'));
  expect(bytes(5)).toHaveLength(0);
  const points = (from: Buffer, index: number) => create(from).getGlyph(index).path.toSVG();
  for (const index of [0, 1, 2])
    expect(points(await unpack(packWoff2(font)), index)).toBe(points(font, index));
});

function padded(glyph: Buffer): Buffer {
  return Buffer.concat([glyph, Buffer.alloc((4 - (glyph.length % 4)) % 4)]);
}

/** An sfnt of these tables, in the order that they are in. */
function joined(tables: readonly { tag: string; content: Buffer }[]): Buffer {
  const header = Buffer.alloc(12 + 16 * tables.length);
  header.writeUInt32BE(0x00010000);
  header.writeUInt16BE(tables.length, 4);
  let offset = header.length;
  for (const [index, { tag, content }] of tables.entries()) {
    header.write(tag, 12 + 16 * index, 'latin1');
    header.writeUInt32BE(offset, 12 + 16 * index + 8);
    header.writeUInt32BE(content.length, 12 + 16 * index + 12);
    offset += padded(content).length;
  }
  return Buffer.concat([header, ...tables.map(({ content }) => padded(content))]);
}

test('numbers are written in as few bytes as the standard has for them', () => {
  // Its own examples: 506 has two spellings, and this is one of them.
  const of255 = [0, 252, 253, 508, 509, 761, 762, 65535].map(uint255);
  expect(of255).toEqual([
    [0],
    [252],
    [255, 0],
    [255, 255],
    [254, 3],
    [254, 255],
    [253, 2, 250],
    [253, 255, 255],
  ]);
  const of128 = [0, 63, 127, 128, 16383, 16384, 2 ** 32 - 1].map(uintBase128);
  expect(of128).toEqual([
    [0],
    [63],
    [127],
    [0x81, 0],
    [0xff, 0x7f],
    [0x81, 0x80, 0],
    [0x8f, 0xff, 0xff, 0xff, 0x7f],
  ]);
});

test('a font without outlines is refused by name', () => {
  const tables = tablesOf(katex('KaTeX_Size4-Regular')).filter(({ tag }) => tag !== 'glyf');
  expect(() => packWoff2(joined(tables))).toThrow('The font has no glyf table.');
});
