import type { ElementContent, Root } from 'hast';
import { SKIP, visit } from '../../build/visit.ts';

/** Two words or more in Latin letters, with what may stand inside of names: Caffe2, O'Reilly, state-of-the-art. */
const phrase = /[A-Za-z][\w'’.-]*(?:[ \u00a0](?:& )?[A-Za-z0-9][\w'’.+-]*)*[ \u00a0][A-Za-z][\w'’-]*/gu;

/**
 * Says of English phrases that they are English, for screen readers, hyphenation and quotation marks.
 *
 *     导师是 Trevor Darrell。   →   导师是 <span lang="en">Trevor Darrell</span>。
 *
 * A single word needs it not: it is read as a name. Order: any place after fences and formulas are elements.
 */
export function rehypeEnglishPhrases() {
  return (tree: Root): void => {
    visit(tree, (node, index, parent) => {
      if (node.type === 'element') {
        const names = node.properties['className'];
        const foreign = /^(code|pre|svg|math|title)$/.test(node.tagName) || 'lang' in node.properties;
        return foreign || (Array.isArray(names) && names.includes('katex')) ? SKIP : undefined;
      }
      if (node.type !== 'text' || !parent || index === undefined) return undefined;
      const parts = split(node.value);
      if (parts.length < 2 && parts[0]?.type !== 'element') return undefined;
      parent.children.splice(index, 1, ...parts);
      return index + parts.length;
    });
  };
}

function split(value: string): ElementContent[] {
  const parts: ElementContent[] = [];
  let end = 0;
  for (const match of value.matchAll(phrase)) {
    if (match.index > end) parts.push({ type: 'text', value: value.slice(end, match.index) });
    const children: ElementContent[] = [{ type: 'text', value: match[0] }];
    parts.push({ type: 'element', tagName: 'span', properties: { lang: 'en' }, children });
    end = match.index + match[0].length;
  }
  if (end < value.length) parts.push({ type: 'text', value: value.slice(end) });
  return parts;
}
