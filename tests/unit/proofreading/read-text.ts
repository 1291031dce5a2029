import { createReader } from '../../../src/proofreading/reading/chapter-reader.ts';
import type { ProofChapter } from '../../../src/proofreading/reading/read-chapter.ts';

const read = createReader({ terms: [] });

/** Returns what the proofreading reads of a chapter's text, of a book without a glossary. */
export async function readText(text: string, file = 'content/chapters/05-maths.mdx'): Promise<ProofChapter> {
  return (await read(file, text)).chapter;
}
