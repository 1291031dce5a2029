import katexStyles from 'katex/dist/katex.min.css?raw';
import postcss, { type Rule } from 'postcss';

/**
 * The part of KaTeX's style sheet that a page needs: the rules whose classes it uses. They stand in a layer,
 * so that they never win against classes that replaced inline styles. The names of the fonts are the site's,
 * because the build cuts KaTeX's fonts and a changed font must not keep its name; the build also declares
 * the faces that the page turns out to use (see post-build/fonts/families.ts).
 *
 * @param used the classes of the page's formulas
 * @returns CSS
 */
export function formulaStyles(used: ReadonlySet<string>): string {
  const rules: Rule[] = [];
  postcss.parse(katexStyles).walkRules((rule) => {
    rule.selectors = rule.selectors.filter((selector) => classesOf(selector).every((name) => used.has(name)));
    if (rule.selectors.length && rule.selector) rules.push(withOwnFonts(rule));
  });
  return `@layer formula{${rules.join('')}}`;
}

/** Classes that an element must have; not those that it must not. */
function classesOf(selector: string): string[] {
  return [...selector.replace(/:not\([^)]*\)/g, '').matchAll(/\.([\w-]+)/g)].map(([, name = '']) => name);
}

/** `KaTeX_Main` is `Edition Main`. */
function withOwnFonts(rule: Rule): Rule {
  rule.walkDecls(/^font(-family)?$/, (declaration) => {
    declaration.value = declaration.value.replaceAll('KaTeX_', 'Edition ');
  });
  return rule;
}
