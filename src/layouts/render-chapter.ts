import { getEntry, render } from 'astro:content';
import type { Chapter } from '../book/model.ts';

/**
 * Returns the text of a chapter as Astro has it: a component, and what the pipeline handed over.
 *
 * @throws Error when Astro has no such chapter
 */
export async function renderChapter({ id, file }: Chapter): ReturnType<typeof render> {
  const entry = await getEntry('chapters', id);
  if (!entry) throw new Error(`Astro has not read ${file}.`);
  return render(entry);
}
