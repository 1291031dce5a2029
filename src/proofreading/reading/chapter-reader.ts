import { editionOptions } from '../../book/edition-components.ts';
import type { TermForms } from '../../book/term-forms.ts';
import { cached } from '../../build/cache.ts';
import type { ChapterContext } from '../../markdown/edition/faults.ts';
import { createCompiler } from '../../markdown/compile.ts';
import { readChapter, type ReadChapter } from './read-chapter.ts';

/**
 * Reads a chapter.
 *
 * @param file path from the project's folder
 * @param text the whole file
 * @param context what is known of the article in it
 */
export type ChapterReader = (file: string, text: string, context?: ChapterContext) => Promise<ReadChapter>;

export interface ReaderOptions {
  /** Path that the site stands under, with a slash at both ends; `/` if not given. */
  base?: string;
  /** Terms of the glossary. */
  terms: readonly TermForms[];
}

/** Returns what reads chapters, and compiles them for it each time. */
export function createReader({ base = '/', terms }: ReaderOptions): ChapterReader {
  let compiler: ReturnType<typeof createCompiler> | undefined;
  return async (file, text, context) => {
    compiler ??= createCompiler({ base, terms, ...editionOptions });
    return readChapter(file, text, await compiler, context);
  };
}

/**
 * Returns what reads chapters, or takes from the cache what was read of the same text. A chapter with which something is
 * wrong is read again each time: the fault may be one of the machine.
 *
 * @param read reads a chapter; `createReader(options)` if not given
 * @param root folder of all caches; the project's if not given
 */
export function createCachedReader(
  options: ReaderOptions,
  { read = createReader(options), root }: { read?: ChapterReader; root?: string } = {},
): ChapterReader {
  const cache = { name: 'chapters', module: import.meta.url, ...(root ? { root } : {}) };
  return async (file, text, context) => {
    try {
      return await cached(cache, [options, file, text, context], async () => {
        const fresh = await read(file, text, context);
        if (fresh.chapter.problems.length) throw new Faulty(fresh);
        return fresh;
      });
    } catch (error) {
      if (error instanceof Faulty) return error.read;
      throw error;
    }
  };
}

/** What is thrown is not cached. */
class Faulty extends Error {
  readonly read: ReadChapter;

  constructor(read: ReadChapter) {
    super('The chapter has problems.');
    this.read = read;
  }
}
