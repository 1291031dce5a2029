import type { Element, ElementContent } from 'hast';
import { advance, isFace, type Face } from './advance.ts';

/** Sizes that KaTeX's `size1` … `size6` stand for, in em of the formula (its `sizing` rules). */
const sizes: Record<string, number> = {
  size1: 0.5,
  size2: 0.6,
  size3: 0.7,
  size4: 0.8,
  size5: 0.9,
  size6: 1,
};

/** Classes that change nothing in a width: kinds of atoms, and the parts of KaTeX's tables. */
const neutral = new Set(
  `base mord mbin mrel mopen mclose mpunct mop minner mtight mspace msupsub mfrac accent op-limits
  vlist-t vlist-t2 vlist-r vlist small-op delimcenter sqrt svg-align`.split(/\s+/),
);

/** Boxes that take no room: `vlist-s` has some, which KaTeX's tables of fixed layout do not grant it. */
const empty = new Set(['strut', 'pstrut', 'frac-line', 'accent-body', 'hide-tail', 'vlist-s']);

/**
 * How wide a part of a formula is once KaTeX's fonts are there. It adds up what KaTeX's style sheet lays out:
 * glyphs, the margins in `style`, and, of things on top of each other, the widest.
 *
 * @param node a `base` of KaTeX's HTML, before its inline styles are moved to classes
 * @returns em of the formula; undefined when there is something in it that is not known here; then the browser is to find out
 */
export function formulaWidth(node: Element): number | undefined {
  return widthOf(node, 'main');
}

/** About how wide a part of a formula is, in em of the formula, whatever is in it: enough to tell what may not fit. */
export function estimateWidth(node: ElementContent): number {
  if (node.type === 'text') return [...node.value].reduce((width, sign) => width + estimateSign(sign), 0);
  if (node.type !== 'element') return 0;
  const names = classesOf(node);
  if (names.some((name) => empty.has(name))) return 0;
  const [, own = '0'] = /width:\s*([\d.]+)em/.exec(String(node.properties['style'] ?? '')) ?? [];
  const parts = node.children.map(estimateWidth);
  const inner = isPile(names) ? Math.max(0, ...parts) : parts.reduce(sum, 0);
  return inner * (names.includes('reset-size6') ? 0.7 : 1) + (roomOf(node) ?? Number(own));
}

function estimateSign(sign: string): number {
  if (sign === '\u200b') return 0;
  if (/[\u2e80-\uffef]/u.test(sign)) return 1;
  return /\p{Sm}/u.test(sign) ? 0.78 : 0.55;
}

function widthOf(node: ElementContent, outer: Face): number | undefined {
  if (node.type === 'text') return advance(node.value, outer);
  if (node.type !== 'element' || node.tagName !== 'span') return undefined;
  const names = classesOf(node);
  if (names.some((name) => empty.has(name))) return 0;
  const room = roomOf(node);
  if (room === undefined) return undefined;
  if (names.includes('nulldelimiter')) return 0.12 + room;

  let face = outer;
  let scale = 1;
  for (const name of names) {
    const [, from = ''] = /^reset-(size\d)$/.exec(name) ?? [];
    if (from) scale /= sizes[from] ?? NaN;
    else if (names.includes('sizing') && name in sizes) scale *= sizes[name] ?? NaN;
    else if (name === 'op-symbol') face = names.includes('small-op') ? 'size1' : 'size2';
    else if (isFace(name)) face = name;
    else if (!neutral.has(name) && name !== 'sizing' && name !== 'delimsizing') return undefined;
  }
  if (Number.isNaN(scale)) return undefined;
  const parts = node.children.map((child) => widthOf(child, face));
  if (!parts.every((part) => part !== undefined)) return undefined;
  const inner = isPile(names) ? Math.max(0, ...parts) : parts.reduce(sum, 0);
  return inner * scale + room;
}

/** Do the parts stand below each other? So do the boxes of a row, which have no height. */
function isPile(names: readonly string[]): boolean {
  return names.includes('vlist') || names.includes('vlist-t');
}

function sum(total: number, part: number): number {
  return total + part;
}

/** Room at both sides, in em; undefined for a box whose style says its width. */
function roomOf({ properties }: Element): number | undefined {
  let room = 0;
  for (const declaration of String(properties['style'] ?? '').split(';')) {
    const [name = '', value = ''] = declaration.split(':').map((part) => part.trim());
    if (/^(min-)?width$/.test(name)) return undefined;
    if (/^(margin|padding)-(left|right)$/.test(name)) room += Number.parseFloat(value);
  }
  return room;
}

function classesOf({ properties }: Element): string[] {
  const names = properties['className'];
  return Array.isArray(names) ? names.map(String) : [];
}
