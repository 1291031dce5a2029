import { createHash } from 'node:crypto';
import path from 'node:path';
import type { unified } from '@astrojs/markdown-remark';
import { cached } from '../file-cache.ts';
import { fingerprint } from '../fingerprint.ts';

type Processor = ReturnType<typeof unified>;
type MakeRenderer = NonNullable<Processor['createMdxRenderer']>;
type Module = Awaited<ReturnType<Awaited<ReturnType<MakeRenderer>>['process']>>;

/**
 * Has a processor compile a chapter once, and give at the next build what it made of the same text. Compiling is the
 * larger part of what Astro's pages take, and from one build to the next few chapters change.
 *
 * @param processor of Astro's, made by `unified()`
 * @param given what its plugins were given, besides the chapters' text
 * @param folder of the cache
 */
export function keepModules(processor: Processor, given: unknown, folder: string): Processor {
  const { createMdxRenderer } = processor;
  if (!createMdxRenderer) throw new Error('@astrojs/markdown-remark gives no MDX renderer any more.');
  return {
    ...processor,
    async createMdxRenderer(shared, mdx) {
      const made = fingerprint(['markdown'], [given, shared, mdx]);
      const renderer = await createMdxRenderer(shared, mdx);
      return {
        async process(content, file, frontmatter) {
          const key = createHash('sha256')
            .update(JSON.stringify([made, file, content, frontmatter]))
            .digest('hex');
          const kept = await cached(path.join(folder, `${key.slice(0, 32)}.json`), async () =>
            Buffer.from(JSON.stringify(await renderer.process(content, file, frontmatter))),
          );
          return JSON.parse(kept.toString('utf8')) as Module;
        },
      };
    },
  };
}
