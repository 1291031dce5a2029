import { rm } from 'node:fs/promises';
import path from 'node:path';
import type { Plugin } from 'vite';
import { cached } from '../file-cache.ts';

/** Astro's list of the modules of all chapters: `["content/chapters/05-maths.mdx", () => import("…")],` a line. */
const list = /[\\/]\.astro[\\/]content-modules\.mjs$/;
const line = /^\[("(?:[^"\\]|\\.)*"), (\(\) => import\(.*\))\](?=,?(?:\]\);)?\s*$)/gm;

/**
 * Puts kept texts in place of chapters where Astro's bundler asks for their modules, so that it does not even read
 * those; other chapters it is given as they are, and their texts are kept when they are rendered.
 *
 * @param keys gives the keys of the texts, by the chapters' files; not asked before Astro bundles
 * @param folder of the cache
 */
export function chooseModules(keys: () => ReadonlyMap<string, string>, folder: string): Plugin {
  let root = '';
  return {
    name: 'texts',
    enforce: 'pre',
    configResolved(config) {
      root = config.root;
    },
    transform: {
      filter: { id: list },
      async handler(code) {
        const found = [...code.matchAll(line)];
        const count = code.split('import(').length - 1;
        if (found.length !== count)
          throw new Error('Astro lists the modules of chapters in another way now.');
        const lines = await Promise.all(
          found.map(async ([, written = '', load = '']) => {
            const file = JSON.parse(written) as string;
            const key = keys().get(file);
            if (key === undefined) return `[${written}, ${load}]`;
            const kept = path.join(folder, `${key}.html`);
            const given = JSON.stringify({ file, kept, root });
            return `[${written}, ${(await isKept(kept)) ? `giveText(${given})` : `keepText(${given}, ${load})`}]`;
          }),
        );
        const own = JSON.stringify(path.join(import.meta.dirname, 'kept-text.ts'));
        return `import { giveText, keepText } from ${own};\nexport default new Map([\n${lines.join(',\n')}\n]);\n`;
      },
    },
  };
}

/** Is there a text, and is it whole? Once the chapter itself is not bundled, it is too late to ask. */
async function isKept(file: string): Promise<boolean> {
  const missing = new Error();
  try {
    await cached(file, () => Promise.reject(missing));
    return true;
  } catch (error) {
    if (error !== missing) throw error;
    // One that is damaged has been told of; it need not be told of again when it is made anew.
    await rm(file, { force: true }).catch(() => undefined);
    return false;
  }
}
