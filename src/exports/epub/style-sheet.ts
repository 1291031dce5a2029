import { readFileSync } from 'node:fs';
import postcss from 'postcss';
import type { Palette } from '../../palette.ts';

const source = new URL('./book.css', import.meta.url);

/**
 * The style sheet of the EPUB, with the site's own colours written out: reading systems need not know custom
 * properties. They are those of a light page: what has a colour of its own has its ground, too.
 *
 *     .listing { background: var(--bg2); color: var(--ink) }   →   .listing { background: #f4f1ea; color: #211e1a }
 *
 * @param painted classes such as `fill-ink`, see writeDrawings()
 * @throws Error when it names a colour that the site does not have
 */
export function styleSheet(palette: Palette, painted: ReadonlySet<string>): string {
  const sheet = postcss.parse(readFileSync(source, 'utf8'));
  sheet.walkComments((comment) => void comment.remove());
  for (const name of [...painted].sort())
    sheet.append(`.${name} { ${name.replace(/^(\w+)-(\w+)$/, '$1: var(--$2)')} }\n`);
  sheet.walkDecls((declaration) => {
    declaration.value = declaration.value.replace(/var\(--(\w+)\)/g, (_, name: string) => {
      const colour = palette.get(name)?.light;
      if (!colour) throw new Error(`src/exports/epub/book.css: the site has no colour --${name}.`);
      return colour;
    });
  });
  return sheet.toString();
}
