import type { Root } from 'hast';
import type { VFile } from 'vfile';

/**
 * Stops a page that has problems: Markdown's tools only warn, and a warning is a broken page published.
 * The proofreading lists all problems of the book before a build begins; this is what stops a single page
 * in the development server, and whatever the proofreading did not see.
 *
 * Order: last.
 */
export function rehypeRefuseProblems() {
  return (_tree: Root, file: VFile): void => {
    const [first] = file.messages;
    // What a module imports as text (`article.md?raw`) Astro's development server loads as Markdown too.
    if (!first || /\/content\/article\/[^/]+\.md$/.test(file.path)) return;
    first.message = [first.reason, first.note].filter(Boolean).join('\n');
    throw first;
  };
}
