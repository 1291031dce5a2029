import type { VFile } from 'vfile';

/**
 * A chapter's frontmatter while it is compiled. Astro hands what plugins add to it to the page, as
 * `remarkPluginFrontmatter`.
 */
export function frontmatterOf(file: VFile): Record<string, unknown> {
  const astro = ((file.data as { astro?: { frontmatter?: Record<string, unknown> } }).astro ??= {});
  return (astro.frontmatter ??= {});
}
