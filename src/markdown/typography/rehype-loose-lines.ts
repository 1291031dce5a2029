import type { Element, Nodes, Root } from 'hast';
import { SKIP, visit } from '../../build/visit.ts';
import { isJsx, readAttribute } from '../jsx.ts';
import { estimateWidth } from '../maths/formula-width.ts';
import { hasLooseLine, isChinese, type Sign } from './justify.ts';

/**
 * Characters of a line on phones, from 280 to 430 px, and on wider screens, where a supplement has one less. A gap may be
 * wider by a quarter of a character; on wider screens browsers even lines out (`text-wrap`), and do better than is reckoned.
 */
const phones = { widths: [14, 16, 17, 18, 19, 20, 21, 22, 23], loosest: 0.25 };
const screens = { widths: [35, 36], loosest: 0.4 };

/** Of the text's letters and of code's, in em of the text; what a system has differs a little. */
const letters = { text: 0.55, code: 0.525 };

/** KaTeX sets formulas larger than the text. */
const formulaSize = 1.21;

export interface LooseLineOptions {
  /** The annotations by name: they stand beside the text, and are not justified. */
  annotations: ReadonlyMap<string, unknown>;
}

/**
 * Marks the paragraphs in which a justified line would gape, since a long word, code, an address or a formula is pushed
 * to the next. The style sheet leaves their right edge ragged: of `loose` on every screen, of `loose-on-phones` on
 * narrow ones.
 *
 *     <p>参数<code>max_position_embeddings</code>…   →   <p class="loose">…
 *
 * Order: after all that changes words, and before rehype-static-styles, since it reads KaTeX's styles.
 */
export function rehypeLooseLines({ annotations }: LooseLineOptions) {
  return (tree: Root): void => {
    visit(tree, (node) => {
      if (isJsx(node) && annotations.has(node.name ?? '')) return SKIP;
      if (node.type !== 'element' || !/^(p|li|dd)$/.test(node.tagName)) return undefined;
      const signs = node.children.flatMap((child) => signsOf(child));
      const gapes = ({ widths, loosest }: typeof phones) =>
        widths.some((width) => hasLooseLine(signs, width, loosest));
      const name = gapes(screens) ? 'loose' : gapes(phones) ? 'loose-on-phones' : undefined;
      if (name) node.properties['className'] = [...classesOf(node), name];
      return undefined;
    });
  };
}

function signsOf(node: Nodes, letter = letters.text): Sign[] {
  if (node.type === 'text') return [...node.value].map((text) => ({ text, width: widthOf(text, letter) }));
  if (!('children' in node)) return [];
  // The numbers of sources stand together, and with what is before them.
  if (isJsx(node) && node.name === 'Cite')
    return [{ text: ')', width: (readAttribute(node, 'keys') ?? '').split(/\s+/).length * 1.6 }];
  // What other components put in is a number or a mark of a few signs.
  if (isJsx(node) && !node.children.length) return [{ text: '0', width: 1.5 }];
  if (node.type === 'element') {
    const { tagName } = node;
    if (/^(p|ul|ol|dl|pre|table|div|blockquote)$/.test(tagName)) return [];
    if (tagName === 'img') return [{ text: '', width: Infinity }];
    if (classesOf(node).includes('katex-mathml')) return [];
    if (classesOf(node).includes('base')) return [{ text: '', width: estimateWidth(node) * formulaSize }];
    if (tagName === 'code') return node.children.flatMap((child) => signsOf(child, letters.code));
  }
  return node.children.flatMap((child) => signsOf(child, letter));
}

function widthOf(sign: string, letter: number): number {
  if (/[\u200b\u2060]/.test(sign)) return 0;
  if (/\s/.test(sign)) return 0.25;
  return isChinese(sign) ? 1 : letter;
}

function classesOf({ properties }: Element): string[] {
  const names = properties['className'];
  return Array.isArray(names) ? names.map(String) : [];
}
