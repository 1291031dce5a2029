import { createHash } from 'node:crypto';
import path from 'node:path';
import type { unified } from '@astrojs/markdown-remark';
import { cached } from '../build/file-cache.ts';
import { fingerprint } from '../build/fingerprint.ts';

type Processor = ReturnType<typeof unified>;
type MakeRenderer = NonNullable<Processor['createMdxRenderer']>;
type Module = Awaited<ReturnType<Awaited<ReturnType<MakeRenderer>>['process']>>;

/** Where compiled chapters are kept, by all that they are made of. */
export interface ModuleShelf {
  /**
   * Says where the module of a chapter is kept.
   *
   * @param file path of the chapter
   * @param content its text, as it is compiled
   * @param frontmatter as it is written: plugins add to it
   */
  placeOf: (file: string, content: string, frontmatter: unknown) => string;
  /** Gives the module that is kept in a place, or compiles it and keeps it there. */
  keep: (place: string, compile: () => Module | Promise<Module>) => Promise<Module>;
}

const project = path.resolve(import.meta.dirname, '../..');

/**
 * Makes a shelf of compiled chapters.
 *
 * @param given what the pipeline is given, besides the chapters' text
 * @param folder of the cache
 */
export function moduleShelf(given: unknown, folder: string): ModuleShelf {
  // Astro's options for its compiler stand in its configuration.
  const made = fingerprint(['markdown', 'diagrams', 'build', 'site.ts', '../astro.config.mjs'], given);
  return {
    placeOf(file, content, frontmatter) {
      const from = [made, path.relative(project, path.resolve(project, file)), content, frontmatter];
      const key = createHash('sha256').update(JSON.stringify(from)).digest('hex');
      return path.join(folder, `${key.slice(0, 32)}.json`);
    },
    async keep(place, compile) {
      const kept = await cached(place, async () => Buffer.from(JSON.stringify(await compile())));
      return JSON.parse(kept.toString('utf8')) as Module;
    },
  };
}

/**
 * Has a processor compile a chapter once, and give at the next build what it made of the same text. Compiling is the
 * larger part of what Astro's pages take, and from one build to the next few chapters change.
 *
 * @param processor of Astro's, made by `unified()`
 * @param shelf where modules are kept
 */
export function keepModules(processor: Processor, { placeOf, keep }: ModuleShelf): Processor {
  const { createMdxRenderer } = processor;
  if (!createMdxRenderer) throw new Error('@astrojs/markdown-remark gives no MDX renderer any more.');
  return {
    ...processor,
    async createMdxRenderer(shared, mdx) {
      const renderer = await createMdxRenderer(shared, mdx);
      return {
        process: (content, file, frontmatter) =>
          keep(placeOf(file, content, frontmatter), () => renderer.process(content, file, frontmatter)),
      };
    },
  };
}
