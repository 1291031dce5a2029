import { readFileSync } from 'node:fs';
import postcss, { type Rule } from 'postcss';
import type { Palette } from '../../palette.ts';

const source = new URL('./book.css', import.meta.url);

/**
 * The style sheet of the EPUB, with the site's own colours written out: reading systems need not know custom
 * properties. What is painted is said again for those who prefer a dark page.
 *
 *     h1 { color: var(--ink) }   →   h1{color:#211e1a} @media (prefers-color-scheme:dark){h1{color:#dcd6ca}}
 *
 * @param painted classes such as `fill-ink`, see writeDrawings()
 * @throws Error when it names a colour that the site does not have
 */
export function styleSheet(palette: Palette, painted: ReadonlySet<string>): string {
  const sheet = postcss.parse(readFileSync(source, 'utf8'));
  sheet.walkComments((comment) => void comment.remove());
  for (const name of [...painted].sort())
    sheet.append(`.${name} { ${name.replace(/^(\w+)-(\w+)$/, '$1: var(--$2)')} }\n`);

  const dark = postcss.atRule({ name: 'media', params: '(prefers-color-scheme: dark)' });
  sheet.walkRules((rule) => {
    const coloured = onlyColoured(rule);
    if (coloured.nodes.length) dark.append(inColours(coloured, palette, 'dark'));
    inColours(rule, palette, 'light');
  });
  sheet.append(dark);
  return sheet.toString();
}

function onlyColoured(rule: Rule): Rule {
  const copy = rule.clone();
  copy.each((node) => {
    if (node.type !== 'decl' || !node.value.includes('var(')) node.remove();
  });
  return copy;
}

function inColours(rule: Rule, palette: Palette, theme: 'light' | 'dark'): Rule {
  rule.walkDecls((declaration) => {
    declaration.value = declaration.value.replace(/var\(--(\w+)\)/g, (_, name: string) => {
      const colour = palette.get(name)?.[theme];
      if (!colour) throw new Error(`src/exports/epub/book.css: the site has no colour --${name}.`);
      return colour;
    });
  });
  return rule;
}
