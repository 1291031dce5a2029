import type { Heading } from 'mdast';

/** `{/* #short-id *\/}` at the end of a heading, and one space before it: more of them are the article's. */
const comment = / ?\{\/\*\s*#(.*?)\s*\*\/\}$/;

/**
 * Reads the id that is written at the end of a heading.
 *
 * @returns the id as written, and how many characters of the heading's last text it takes; undefined without one
 */
export function readSectionId(heading: Heading): { id: string; length: number } | undefined {
  const last = heading.children.at(-1);
  const found = last?.type === 'text' ? comment.exec(last.value) : null;
  return found ? { id: found[1] ?? '', length: found[0].length } : undefined;
}
