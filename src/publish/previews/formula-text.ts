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
