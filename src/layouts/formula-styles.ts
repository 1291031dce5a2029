import katexStyles from 'katex/dist/katex.min.css?raw';
import postcss from 'postcss';

/**
 * The part of KaTeX's style sheet that a page needs: the rules whose classes it uses. They stand in a layer,
 * so that they never win against classes that replaced inline styles. The names of the fonts are the site's,
 * because the build cuts KaTeX's fonts and a changed font must not keep its name; the build also declares
 * the faces that the page turns out to use (see publish/fonts/families.ts).
 *
 * @param used the classes of the page's formulas
 * @returns CSS
 */
export function formulaStyles(used: ReadonlySet<string>): string {
  const rules = styles.flatMap(({ selectors, declarations }) => {
    const met = selectors.filter(({ classes }) => classes.every((name) => used.has(name)));
    return met.length ? `${met.map(({ selector }) => selector).join(',')}{${declarations}}` : [];
  });
  return `@layer formula{${rules.join('')}}`;
}

/** Classes that an element must have; not those that it must not. */
function classesOf(selector: string): string[] {
  return [...selector.replace(/:not\([^)]*\)/g, '').matchAll(/\.([\w-]+)/g)].map(([, name = '']) => name);
}

/** The style sheet's rules, read once; `KaTeX_Main` is `Edition Main`. */
const styles = readRules(katexStyles);

function readRules(css: string) {
  const rules: { selectors: { selector: string; classes: string[] }[]; declarations: string }[] = [];
  postcss.parse(css).walkRules((rule) => {
    rule.walkDecls(/^font(-family)?$/, (declaration) => {
      declaration.value = declaration.value.replaceAll('KaTeX_', 'Edition ');
    });
    const selectors = rule.selectors.map((selector) => ({ selector, classes: classesOf(selector) }));
    rules.push({ selectors, declarations: rule.nodes.map(String).join(';') });
  });
  return rules;
}
