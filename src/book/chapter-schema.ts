import { z } from 'astro/zod';

/** What the frontmatter of a file in `content/chapters/` may say. */
const common = {
  /** Title of the page. With `section`, the words of the article's own heading, else the editors'. */
  title: z.string().min(1),
  /** A short form for lists of contents. */
  short: z.string().min(1).optional(),
  /** The editors' opening, at most three lines: what this chapter is, and what was checked. */
  lead: z.string().min(1).optional(),
  /** For search engines and previews; the lead is taken when it is absent. */
  description: z.string().min(1).optional(),
};

export const chapterSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('cover'), ...common }),
  z.strictObject({
    kind: z.literal('chapter'),
    /** 第四章, 第一章　上. */
    numeral: z
      .string()
      .regex(
        /^第(?!章)([一二三四五六七八九]千)?([一二三四五六七八九]百)?(零[一二三四五六七八九]十|(?<=百)[一二三四五六七八九]十|(?<=第)[二三四五六七八九]?十)?(零[一二三四五六七八九]|(?<=[第十])[一二三四五六七八九])?章(　[上中下])?$/,
        'a numeral is 第四章 or 第一章　上',
      ),
    /** Number of the article's section whose heading the title is. The section's parts are the page's h2. */
    section: z.int().min(1).optional(),
    ...common,
  }),
  z.strictObject({ kind: z.literal('closing'), ...common }),
]);

export type ChapterData = z.infer<typeof chapterSchema>;

/** Name of a chapter in its address, from its file's name: `05-maths.mdx` → `maths`. */
export function slugOf(file: string): string {
  return file
    .replace(/^.*\//, '')
    .replace(/^\d+-/, '')
    .replace(/\.mdx$/, '');
}

/** Name of a chapter in the order of the book: `05-maths.mdx` → `05-maths`. */
export function idOf(file: string): string {
  return file.replace(/^.*\//, '').replace(/\.mdx$/, '');
}
