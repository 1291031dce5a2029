import katexStyles from 'katex/dist/katex.min.css?raw';
import postcss, { type AtRule, type Rule } from 'postcss';

/** Addresses of KaTeX's font files in the build, by file name. */
const files = import.meta.glob<string>('/node_modules/katex/dist/fonts/*.woff2', {
  query: '?url',
  import: 'default',
  eager: true,
});

/**
 * The part of KaTeX's style sheet that a page needs: rules whose classes it uses, and the font faces that
 * those rules name. The rules stand in a layer, so that they never win against classes that replaced
 * inline styles.
 *
 * @param used the classes of the page's formulas
 * @returns CSS
 */
export function formulaStyles(used: ReadonlySet<string>): string {
  const sheet = postcss.parse(katexStyles);
  const faces: AtRule[] = [];
  const rules: Rule[] = [];
  sheet.walkAtRules('font-face', (face) => void faces.push(face));
  sheet.walkRules((rule) => {
    rule.selectors = rule.selectors.filter((selector) => classesOf(selector).every((name) => used.has(name)));
    if (rule.selectors.length && rule.selector) rules.push(rule);
  });
  const needed = new Set(rules.map(faceOf).filter((face) => face !== undefined));
  const fonts = faces.filter((face) => needed.has(nameOf(face))).map(withFile);
  return `${fonts.join('')}@layer formula{${rules.join('')}}`;
}

function classesOf(selector: string): string[] {
  return [...selector.matchAll(/\.([\w-]+)/g)].map(([, name = '']) => name);
}

/** `KaTeX_Math italic 400`, the face that a rule asks for; undefined when it names no font. */
function faceOf(rule: Rule): string | undefined {
  const said = Object.fromEntries(
    rule.nodes.flatMap((node) => (node.type === 'decl' ? [[node.prop, node.value]] : [])),
  );
  const family = /KaTeX_\w+/.exec(said['font-family'] ?? said['font'] ?? '')?.[0];
  if (!family) return undefined;
  return face(family, said['font-style'] ?? 'normal', said['font-weight'] ?? '400');
}

function nameOf(node: AtRule): string {
  const said: Record<string, string> = {};
  node.walkDecls((declaration) => void (said[declaration.prop] = declaration.value));
  return face(
    (said['font-family'] ?? '').replace(/["']/g, ''),
    said['font-style'] ?? 'normal',
    said['font-weight'] ?? '400',
  );
}

function face(family: string, style: string, weight: string): string {
  return `${family} ${style} ${weight.replace('bold', '700').replace('normal', '400')}`;
}

/** The face with the built file in the place of KaTeX's list of three formats. */
function withFile(node: AtRule): string {
  const copy = node.clone();
  copy.walkDecls('src', (declaration) => {
    const name = /fonts\/(KaTeX_[\w-]+\.woff2)/.exec(declaration.value)?.[1] ?? '';
    const file = files[`/node_modules/katex/dist/fonts/${name}`];
    if (!file)
      throw new Error(`KaTeX's style sheet names the font "${name}", which its package does not have.`);
    declaration.value = `url(${file}) format("woff2")`;
  });
  copy.walkDecls('font-display', (declaration) => void (declaration.value = 'swap'));
  return copy.toString();
}
