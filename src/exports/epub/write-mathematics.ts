import type { Element, ElementContent } from 'hast';
import { h } from 'hastscript';
import { contract } from '../../book/html-contract.ts';
import { attributeOf, createFinder, replaceElements, textOf } from '../../build/html.ts';
import { breakFormula } from './break-formula.ts';
import { plainText } from '../plain-text.ts';

/**
 * Leaves of KaTeX's formulas their MathML alone, with the TeX as what is read where no formula can be shown.
 * Letters in a face of their own become the characters that Unicode has for them, since reading systems no
 * longer follow `mathvariant`.
 *
 *     <span class="katex">…<mi mathvariant="double-struck">E</mi>…   →   <math alttext="\mathbb{E}"><mi>𝔼</mi></math>
 *     <span class="katex">…<msup><mn>10</mn><mn>25</mn></msup>…   →   <span>10<sup>25</sup></span>
 *
 * @param body a whole page, since the numbers of rows run through it
 */
export function writeMathematics(body: Element): void {
  let counted = 0;
  replaceElements(body, `${contract.displayed}, ${contract.formula}`, (formula) => {
    const { all, first } = createFinder(formula);
    const math = first('math');
    if (!math) return [];
    const numbers = all(contract.rowNumber)
      .map((row) => (createFinder(row).first(contract.automaticNumber) ? `(${++counted})` : plainText(row)))
      .filter(Boolean);
    for (const cell of all(contract.numberCell)) cell.children = [h('mtext', numbers.shift())];
    for (const { properties } of all(contract.tagCell)) properties['className'] = ['mml-eqn-num'];
    // What moves a number to the edge of the page is only HTML's, or not MathML's any more.
    replaceElements(math, contract.glueCell);
    for (const table of all('mtable')) delete table.properties['width'];
    const shown = withoutAnnotation(math);
    const power = plainPower(shown);
    if (power) return power;
    breakFormula(shown);
    return [shown];
  });
}

/** Numbers, of which a power has to be told where MathML is not known, or 10²⁵ would be 1025; undefined for other formulas. */
function plainPower(math: Element): ElementContent[] | undefined {
  const { all, first } = createFinder(math);
  const plain = /^(math|mrow|mn|mo|msup)$/;
  if (!first('msup') || first('mrow mrow msup') || all('*').some(({ tagName }) => !plain.test(tagName)))
    return undefined;
  const written = (node: ElementContent): ElementContent[] => {
    if (node.type !== 'element') return [node];
    const [base, raised] = node.children;
    if (node.tagName === 'msup' && base && raised) return [...written(base), h('sup', written(raised))];
    return node.children.flatMap(written);
  };
  return [h('span', math.children.flatMap(written))];
}

function withoutAnnotation(math: Element): Element {
  const annotation = createFinder(math).first(contract.tex);
  const semantics = math.children.find((child): child is Element => child.type === 'element');
  const [shown] = semantics?.children.filter((child) => child !== annotation) ?? [];
  const children: ElementContent[] = shown ? [shown] : math.children;
  const formula: Element = { ...math, children };
  formula.properties['alttext'] = annotation ? textOf(annotation).trim() : '';
  for (const token of createFinder(formula).all('[mathvariant]')) writeVariant(token);
  return formula;
}

function writeVariant(token: Element): void {
  const variant = attributeOf(token, 'mathvariant') ?? '';
  const [child] = token.children;
  // An upright letter has no character of its own: this one variant all systems know.
  if (variant === 'normal' || child?.type !== 'text') return;
  child.value = [...child.value].map((letter) => inVariant(letter, variant)).join('');
  delete token.properties['mathvariant'];
}

/** Where the letters of each variant begin: A, a, and 0 where there are digits. */
const alphabets: Record<string, { A: number; a: number; 0?: number }> = {
  bold: { A: 0x1d400, a: 0x1d41a, 0: 0x1d7ce },
  italic: { A: 0x1d434, a: 0x1d44e },
  'bold-italic': { A: 0x1d468, a: 0x1d482 },
  script: { A: 0x1d49c, a: 0x1d4b6 },
  fraktur: { A: 0x1d504, a: 0x1d51e },
  'double-struck': { A: 0x1d538, a: 0x1d552, 0: 0x1d7d8 },
  'sans-serif': { A: 0x1d5a0, a: 0x1d5ba, 0: 0x1d7e2 },
  monospace: { A: 0x1d670, a: 0x1d68a, 0: 0x1d7f6 },
};

/** Letters that Unicode had before it had their alphabet. */
const elsewhere: Record<string, Record<string, string>> = {
  italic: { h: 'ℎ' },
  script: { B: 'ℬ', E: 'ℰ', F: 'ℱ', H: 'ℋ', I: 'ℐ', L: 'ℒ', M: 'ℳ', R: 'ℛ', e: 'ℯ', g: 'ℊ', o: 'ℴ' },
  fraktur: { C: 'ℭ', H: 'ℌ', I: 'ℑ', R: 'ℜ', Z: 'ℨ' },
  'double-struck': { C: 'ℂ', H: 'ℍ', N: 'ℕ', P: 'ℙ', Q: 'ℚ', R: 'ℝ', Z: 'ℤ' },
};

/**
 * The character for a letter or digit in a variant; the same where there is none.
 *
 * @param letter one character
 * @param variant as `mathvariant` names it
 */
export function inVariant(letter: string, variant: string): string {
  const alphabet = alphabets[variant];
  const early = elsewhere[variant]?.[letter];
  if (early ?? !alphabet) return early ?? letter;
  const first = /[A-Z]/.test(letter) ? 'A' : /[a-z]/.test(letter) ? 'a' : /\d/.test(letter) ? '0' : undefined;
  const start = first && alphabet[first as keyof typeof alphabet];
  if (!first || start === undefined) return letter;
  return String.fromCodePoint(start + (letter.codePointAt(0) ?? 0) - (first.codePointAt(0) ?? 0));
}
