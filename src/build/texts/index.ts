import type { AstroIntegration } from 'astro';
import { fingerprint } from '../fingerprint.ts';
import type { ReadBook } from '../../proofreading/reading/read-book.ts';
import { chooseModules } from './choose-modules.ts';
import { textKeys } from './text-keys.ts';

/**
 * What the text of a chapter is made by, besides what `textKeys` takes of the book: as seen from `src`. Whatever
 * the components of a chapter come to import has to stand here; a test holds that.
 */
export const madeBy = [
  'markdown',
  'diagrams',
  'book',
  'lab',
  'client',
  'components',
  'layouts',
  'build',
  'site.ts',
  'content.config.ts',
  '../astro.config.mjs',
  '../tsconfig.json',
  '../content/data',
  // The lab learns from it.
  '../content/article/article.md',
];

/**
 * Has a build take the text of a chapter from a build before it, when nothing has changed that it depends on: then the
 * chapter is neither bundled nor rendered. The page around the text is rendered each time.
 *
 * @param given what else all texts depend on: base path, terms of the glossary
 * @param folder of the cache
 * @returns what is to be told of the book before Astro builds it, and the integration
 */
export function keepTexts(
  given: unknown,
  folder: string,
): { learn: (book: ReadBook) => void; integration: AstroIntegration } {
  let keys = new Map<string, string>();
  return {
    learn(book) {
      keys = textKeys(book, fingerprint(madeBy, [given, process.version]));
    },
    integration: {
      name: 'texts',
      hooks: {
        'astro:config:setup': ({ command, updateConfig }) => {
          if (command === 'build') updateConfig({ vite: { plugins: [chooseModules(() => keys, folder)] } });
        },
      },
    },
  };
}
