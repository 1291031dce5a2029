import { parseDeclarations, type Declaration } from './declarations.ts';
import { keysOf, matchesSelector, parseSelector, splitOutsideBrackets, type Selector } from './selector.ts';

/** A rule for one selector; a list of selectors becomes several rules. */
export interface Rule {
  selector: Selector;
  declarations: Declaration[];
}

const NEVER_SPECIFIC = -1;
const STYLE_ATTRIBUTE = 1e9;
const IMPORTANT = 1e10;

/**
 * Reads a style sheet. `@layer` and `@supports` are opened, all other at-rules (`@keyframes`, `@font-face`)
 * are left out: nothing in them changes a still picture.
 */
export function parseStyleSheet(text: string): Rule[] {
  return [...rulesOf(text.replace(/\/\*[\s\S]*?\*\//g, ''))];
}

/**
 * The declared value of each property of an element: presentation attributes, then rules by specificity
 * and order, then the style attribute, `!important` above all.
 *
 * @param attributes names of the attributes that count as presentation attributes
 */
export function cascade(
  element: Element,
  rules: readonly Rule[],
  attributes: Iterable<string> = [],
): Map<string, string> {
  const ranked: { rank: number; property: string; value: string }[] = [];
  for (const name of attributes) {
    const value = element.getAttribute(name);
    if (value) ranked.push({ rank: NEVER_SPECIFIC, property: name, value });
  }
  const add = (declarations: readonly Declaration[], origin: number): void => {
    for (const { property, value, important } of declarations) {
      ranked.push({ rank: origin + (important ? IMPORTANT : 0), property, value });
    }
  };
  const keys = keysOf(element);
  for (const { selector, declarations } of rules) {
    if (selector.key !== undefined && !keys.has(selector.key)) continue;
    if (matchesSelector(element, selector)) add(declarations, selector.specificity);
  }
  add(parseDeclarations(element.getAttribute('style')), STYLE_ATTRIBUTE);
  // The sort is stable: among equals the later one wins.
  ranked.sort((a, b) => a.rank - b.rank);
  return new Map(ranked.map(({ property, value }) => [property, value]));
}

function* rulesOf(text: string): Generator<Rule> {
  for (const { head, body } of blocksOf(text)) {
    if (head.startsWith('@')) {
      if (/^@(?:layer|supports)/.test(head)) yield* rulesOf(body);
      continue;
    }
    const declarations = parseDeclarations(body);
    if (declarations.length === 0) continue;
    for (const part of splitOutsideBrackets(head, ',')) {
      const selector = parseSelector(part.trim());
      if (selector) yield { selector, declarations };
    }
  }
}

/** Splits `head { body } …`, with nested braces kept inside the body. */
export function* blocksOf(text: string): Generator<{ head: string; body: string }> {
  let position = 0;
  for (;;) {
    const open = text.indexOf('{', position);
    if (open < 0) return;
    let end = open + 1;
    for (let depth = 1; end < text.length && depth > 0; end++) {
      if (text[end] === '{') depth++;
      else if (text[end] === '}') depth--;
    }
    yield { head: text.slice(position, open).trim(), body: text.slice(open + 1, end - 1) };
    position = end;
  }
}
