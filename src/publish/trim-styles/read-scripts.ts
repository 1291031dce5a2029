import { readFileSync } from 'node:fs';
import path from 'node:path';
import { isRunning, type Page } from '../pages/read-page.ts';
import type { Placement } from '../pages/read-site.ts';
import { resolve } from '../pages/resolve.ts';

/** The scripts of a page. */
export interface PageScripts {
  text: string;
  /** Whatever may be a name in it: of an element that it makes, a class or an id that it sets. */
  words: ReadonlySet<string>;
}

/**
 * Makes a function that reads the scripts of a page: those in it, those it loads, and those that these name.
 * What is imported on demand brings styles of its own. Data, which is another on every page, names nothing.
 * Pages with the same scripts have the same words. A name is a word only where it is written whole, as
 * `className = 'copy'`; a script that puts names together needs them whole somewhere.
 *
 * @param dist folder of the built site
 * @param files the scripts that stand there as files
 */
export function scriptReader(
  dist: string,
  files: ReadonlySet<string>,
  { base, origin }: Placement,
): (page: Page) => PageScripts {
  const byText = new Map<string, PageScripts>();

  function textsOf(page: Page): string[] {
    const elements = page.elements.filter(isRunning);
    const names = new Set(
      elements.flatMap(({ attributes }) => {
        const target = resolve(attributes.get('src')?.trim() ?? '', page.address, {
          base,
          origin,
          pages: new Map(),
          files,
        });
        return target.kind === 'file' ? [target.file] : [];
      }),
    );
    const texts = elements.map(({ text }) => text);
    // Grows while it is walked: a script may name another.
    for (const file of names) {
      const text = readFileSync(path.join(dist, file), 'utf8');
      texts.push(text);
      for (const [, name = ''] of text.matchAll(/(?<!\bimport\()["'`]([^"'`\s]+\.m?js)["'`]/g)) {
        const other = path.posix.join(path.posix.dirname(file), name);
        if (files.has(other)) names.add(other);
      }
    }
    return texts;
  }

  return (page) => {
    const text = textsOf(page).join('\n');
    const scripts = byText.get(text) ?? { text, words: new Set(text.match(/[\w-]+/g)) };
    byText.set(text, scripts);
    return scripts;
  };
}
