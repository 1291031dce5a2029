import { glob } from 'astro/loaders';
import { defineCollection } from 'astro:content';
import { chapterSchema, idOf } from './book/chapter-schema.ts';

const chapters = defineCollection({
  loader: glob({
    base: './content/chapters',
    pattern: '*.mdx',
    generateId: ({ entry }) => idOf(entry),
    // Nobody asks for it, and Astro would bundle it for every build.
    retainBody: false,
  }),
  schema: chapterSchema,
});

export const collections = { chapters };
