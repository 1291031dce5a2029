import type { Parents, Root, RootContent } from 'hast';
import { toString } from 'hast-util-to-string';
import { SKIP, visit } from '../../build/visit.ts';
import { isJsx } from '../jsx.ts';

export interface LineBreakOptions {
  /** Names of the components whose words are the editors'. */
  editorial: readonly string[];
}

/** Allows a break. A `<wbr>` would be clearer, but Chromium sets justified text badly around it. */
const mayBreak = '\u200b';
/** Forbids one. */
const mayNotBreak = '\u2060';

/**
 * Corrects browsers about two places in the editors' words where a line may, or may not, be broken:
 *
 * - Between a citation and a Latin word or a number it may. Browsers take `]D` for one word, and push it to the
 *   next line together with what the citation is tied to, so that the line before gapes.
 * - Before the mark of a range it may not (CLREQ, 行首禁则: 连接号).
 *
 *     价1元。<Cite keys="a" />DeepSeek   →   价1元。<Cite keys="a" />·DeepSeek   (·: U+200B)
 *     3～5亿                             →   3·～5亿                           (·: U+2060)
 *
 * Order: before rehype-glossary-links and rehype-english-phrases, which take texts apart.
 */
export function rehypeLineBreaks({ editorial }: LineBreakOptions) {
  return (tree: Root): void => {
    visit(tree, (node) => {
      if (!isJsx(node) || !editorial.includes(node.name ?? '')) return undefined;
      correct(node as unknown as Parents);
      return SKIP;
    });
  };
}

function correct(editors: Parents): void {
  visit(editors, (node, index, parent) => {
    if (node.type === 'element' && /^(code|pre|svg|math)$/.test(node.tagName)) return SKIP;
    if (node.type === 'text') node.value = node.value.replaceAll('～', `${mayNotBreak}～`);
    if (!isJsx(node) || node.name !== 'Cite' || !parent || index === undefined) return undefined;
    const next = parent.children[index + 1];
    if (next && startsLatin(next)) parent.children.splice(index + 1, 0, { type: 'text', value: mayBreak });
    return undefined;
  });
}

function startsLatin(node: RootContent): boolean {
  // Both stand for a number.
  if (isJsx(node) && (node.name === 'Value' || node.name === 'Run')) return true;
  return /^[\p{Script=Latin}\d]/u.test(toString(node));
}
