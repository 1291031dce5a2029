import type { VFile } from 'vfile';

/**
 * A chapter's frontmatter while it is compiled. Astro hands what plugins add to it to the page, as
 * `remarkPluginFrontmatter`.
 */
export function frontmatterOf(file: VFile): Record<string, unknown> {
  const astro = ((file.data as { astro?: { frontmatter?: Record<string, unknown> } }).astro ??= {});
  return (astro.frontmatter ??= {});
}

/** Returns the name of a chapter, as it stands in its address: `content/chapters/05-maths.mdx` → `maths`. */
export function chapterName(path: string): string {
  return /([^/\\]+)\.\w+$/.exec(path)?.[1]?.replace(/^\d+-/, '') ?? '';
}
