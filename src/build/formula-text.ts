import type { Element, Nodes } from 'hast';

/**
 * Returns the text of something that may hold formulas, such as a title, each formula in it once.
 *
 *     质能关系<span class="katex">…</span>   →   质能关系E=mc^2
 *
 * @param leave says of an element that its text is left out
 */
export function textWithFormulas(node: Nodes, leave: (element: Element) => boolean = () => false): string {
  if (node.type === 'text') return node.value;
  if (!('children' in node)) return '';
  const parts = node.children.map((child) => textWithFormulas(child, leave));
  if (node.type !== 'element') return parts.join('');
  const names = node.properties['className'];
  const drawn = Array.isArray(names) && names.includes('katex-html');
  return drawn || node.tagName === 'annotation' || leave(node) ? '' : formulaText(node.tagName, parts);
}

/**
 * Returns a part of a MathML formula in one line of text, where its place in the formula means something. What
 * stands low stays beside its letter: δ2.
 *
 *     <mfrac><mn>1</mn><mn>4</mn></mfrac>       →   1/4
 *     <msup><mn>10</mn><mrow>−6</mrow></msup>   →   10^−6
 *
 * @param name of the element; any other than those of MathML leaves its parts as they are
 * @param parts what stands in it, as text
 */
export function formulaText(name: string, parts: string[]): string {
  const [base = '', ...others] = parts;
  if (name === 'mfrac') return [base, ...others].join('/');
  if (name === 'msqrt') return `√${parts.join('')}`;
  // A mark is a mark already: W⊤, σ′.
  if (name === 'msup') return [base, ...others].join(/^[\p{L}\p{N}−+-]/u.test(others.join('')) ? '^' : '');
  return parts.join('');
}
