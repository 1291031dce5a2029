import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Page } from '../read-page.ts';
import type { Site } from '../read-site.ts';

/** The scripts of a page. */
interface PageScripts {
  text: string;
  /** Whatever may be a name in it: of an element that it makes, a class or an id that it sets. */
  words: ReadonlySet<string>;
}

/**
 * Makes a function that reads the scripts of a page: those in it, those it loads, and those that these name.
 * What is imported on demand brings styles of its own.
 * Pages with the same scripts have the same words. A name is a word only where it is written whole, as
 * `className = 'copy'`; a script that puts names together needs them whole somewhere.
 *
 * @param dist folder of the built site
 */
export function scriptReader(dist: string, { files, references }: Site): (page: Page) => PageScripts {
  const byText = new Map<string, PageScripts>();
  const loaded = Map.groupBy(
    references.filter(({ element }) => element?.name === 'script'),
    ({ file }) => file,
  );

  function textsOf(page: Page): string[] {
    const inline = page.elements.filter(({ name }) => name === 'script').map(({ text }) => text);
    const names = new Set(
      (loaded.get(page.file) ?? []).flatMap(({ target }) => (target.kind === 'file' ? [target.file] : [])),
    );
    const texts = [...inline];
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
