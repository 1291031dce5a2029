/**
 * The part of CSS selectors that Mermaid's style sheets use, matched by hand: jsdom's own engine takes
 * seconds for the thousands of questions that one diagram asks.
 */
export interface Selector {
  /** Rightmost last; each says how it is bound to the one on its left. */
  compounds: Compound[];
  /** What an element must have to be the rightmost: `#id`, `.class` or a type; undefined where none is named. */
  key: string | undefined;
  /** Ids, then classes, attributes and pseudo-classes, then types, each up to 999. */
  specificity: number;
}

interface Compound {
  combinator: ' ' | '>' | '+' | '~';
  tests: Test[];
}

type Test = (element: Element) => boolean;

const TOKEN =
  /\s*([>+~])\s*|(\s+)|(\[[^\]]*\]|[#.][\w\u0080-\uffff\\-]+|:[\w-]+(?:\((?:[^()]|\([^()]*\))*\))?|\*|[\w-]+)/g;

/** @returns nothing for selectors that never hold in a still picture (`:hover`, `::before`) */
export function parseSelector(text: string): Selector | undefined {
  if (/::|:(?:hover|focus|active|visited|before|after)/.test(text)) return undefined;
  let specificity = 0;
  let current: Compound = { combinator: ' ', tests: [] };
  let key: string | undefined;
  const compounds = [current];
  for (const [, combinator, space, test] of text.matchAll(TOKEN)) {
    if (test) {
      current.tests.push(createTest(test));
      if (/^[#.\w]/.test(test)) key ??= test.replaceAll('\\', '');
      specificity += weight(test);
    } else if (combinator ?? space) {
      current = { combinator: (combinator ?? ' ') as Compound['combinator'], tests: [] };
      compounds.push(current);
      key = undefined;
    }
  }
  const filled = compounds.filter((compound) => compound.tests.length > 0);
  return filled.length > 0 ? { compounds: filled, key, specificity } : undefined;
}

/** All keys that selectors of an element may have: to compare them is quicker than to try each selector. */
export function keysOf(element: Element): ReadonlySet<string> {
  const id = element.getAttribute('id');
  const classes = element.getAttribute('class')?.split(/\s+/) ?? [];
  return new Set([element.localName, `#${id ?? ''}`, ...classes.map((name) => `.${name}`)]);
}

export function matchesSelector(element: Element, selector: Selector): boolean {
  return matchesUpTo(element, selector.compounds, selector.compounds.length - 1);
}

/** Splits at a separator that stands outside of all brackets. */
export function splitOutsideBrackets(text: string, separator: string): string[] {
  const parts: string[] = [];
  let depth = 0;
  let part = '';
  for (const character of text) {
    if (character === '(' || character === '[') depth++;
    if (character === ')' || character === ']') depth--;
    if (character === separator && depth === 0) {
      parts.push(part);
      part = '';
    } else part += character;
  }
  return [...parts, part];
}

function weight(test: string): number {
  if (test.startsWith('#')) return 1e6;
  if (/^[.[:]/.test(test)) return 1e3;
  return test === '*' ? 0 : 1;
}

function matchesUpTo(element: Element, compounds: readonly Compound[], index: number): boolean {
  const compound = compounds[index];
  if (!compound?.tests.every((test) => test(element))) return false;
  if (index === 0) return true;
  const step = (from: Element): Element | null =>
    compound.combinator === '>' || compound.combinator === ' '
      ? from.parentElement
      : from.previousElementSibling;
  const once = compound.combinator === '>' || compound.combinator === '+';
  for (let other = step(element); other; other = once ? null : step(other)) {
    if (matchesUpTo(other, compounds, index - 1)) return true;
  }
  return false;
}

function createTest(text: string): Test {
  const name = text.slice(1).replaceAll('\\', '');
  switch (text[0]) {
    case '#':
      return (element) => element.getAttribute('id') === name;
    case '.':
      return (element) => ` ${element.getAttribute('class') ?? ''} `.includes(` ${name} `);
    case '[':
      return createAttributeTest(text.slice(1, -1));
    case ':':
      return createPseudoClassTest(text);
    case '*':
      return () => true;
    default:
      return (element) => element.localName === text;
  }
}

function createAttributeTest(text: string): Test {
  const [, name = '', operator, wanted = ''] =
    /^\s*([\w:-]+)\s*(?:([~|^$*]?=)\s*["']?(.*?)["']?\s*i?)?$/.exec(text) ?? [];
  const compare: Record<string, (value: string) => boolean> = {
    '=': (value) => value === wanted,
    '^=': (value) => value.startsWith(wanted),
    '$=': (value) => value.endsWith(wanted),
    '*=': (value) => value.includes(wanted),
    '~=': (value) => value.split(/\s+/).includes(wanted),
  };
  return (element) => {
    const value = element.getAttribute(name);
    return value !== null && (operator === undefined || (compare[operator]?.(value) ?? false));
  };
}

function createPseudoClassTest(text: string): Test {
  const [, kind, list = ''] = /^:(not|is|where)\((.*)\)$/.exec(text) ?? [];
  if (kind) {
    const selectors = splitOutsideBrackets(list, ',')
      .map((part) => parseSelector(part.trim()))
      .filter((selector) => selector !== undefined);
    return (element) => selectors.some((selector) => matchesSelector(element, selector)) === (kind !== 'not');
  }
  switch (text) {
    case ':root':
      return (element) => element.parentElement === null;
    case ':first-child':
      return (element) => element.previousElementSibling === null;
    case ':last-child':
      return (element) => element.nextElementSibling === null;
    case ':first-of-type':
      return (element) => sameTypeSiblings(element)[0] === element;
    case ':last-of-type':
      return (element) => sameTypeSiblings(element).at(-1) === element;
    default:
      return (element) => element.matches(text);
  }
}

function sameTypeSiblings(element: Element): Element[] {
  return [...(element.parentElement?.children ?? [])].filter(
    (other) => other.localName === element.localName,
  );
}
