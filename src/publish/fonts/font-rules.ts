import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import postcss from 'postcss';
import { displayFamily, familyPrefix } from './families.ts';

/** The font that text is set in. */
export interface Font {
  /** The first family of the stack; '' for one of the reader's own. */
  family: string;
  weight: number;
  style: 'normal' | 'italic';
}

/** What style sheets say of the font of some elements; what a rule leaves out is inherited. */
export interface FontRule extends Partial<Font> {
  selector: string;
}

/**
 * Which elements src/layouts/styles sets in the display family, and which of those inside of them it does not. A later
 * rule wins. On the page of the whole book a class says which level a title has elsewhere. The families of the reader stand here only where an element may stand in one that is listed. A browser holds
 * the list against the style sheets, in tests/browser/fonts.test.ts.
 */
const displayRules: FontRule[] = [
  {
    selector:
      'h1, h2, .level-1, .level-2, .kicker, .ornament, .brand, .supplement-title, .note b:first-child, ' +
      '.chapters > li > :is(a, span), .neighbours a, .pair .verdict',
    family: displayFamily,
  },
  { selector: '.question :is(h2, .level-2), .neighbours small, .ref, .cite, code, kbd, math', family: '' },
  { selector: '.number', family: displayFamily },
];

/** Text that src/layouts/styles has browsers write in the display family: `content` of `::before` and `::after`. */
export const generatedText: readonly { selector: string; text: string }[] = [
  { selector: '.question > details > summary', text: '问' },
];

/** All rules, in the order in which they apply. */
export const fontRules: readonly FontRule[] = [...formulaRules(), ...displayRules];

/** KaTeX's rules, from its own style sheet. */
function formulaRules(): FontRule[] {
  const sheet = createRequire(import.meta.url).resolve('katex/dist/katex.min.css');
  const rules: FontRule[] = [];
  postcss.parse(readFileSync(sheet, 'utf8')).walkRules(({ selector, nodes }) => {
    const font: Partial<Font> = {};
    for (const node of nodes) {
      if (node.type !== 'decl' || !/^font(-family|-weight|-style)?$/.test(node.prop)) continue;
      const family = /KaTeX_(\w+)/.exec(node.value)?.[1];
      // `font: normal 1.21em KaTeX_Main` resets what it does not name.
      if (node.prop === 'font') Object.assign(font, { weight: 400, style: 'normal' });
      if (family) font.family = familyPrefix + family;
      if (node.prop === 'font-weight') font.weight = Number(node.value);
      if (node.prop === 'font-style') font.style = node.value === 'italic' ? 'italic' : 'normal';
    }
    if (Object.keys(font).length) rules.push({ selector, ...font });
  });
  return rules;
}
