import type { MarkdownHeading } from 'astro';
import type { Reading } from '../../components/contents/read-chapter.ts';

/** A chapter as a compiled module gives it. */
export interface Chapter {
  Content: unknown;
  getHeadings: () => MarkdownHeading[];
  frontmatter: Record<string, unknown>;
}

/** What is kept of a chapter besides its text. */
interface Facts {
  headings: MarkdownHeading[];
  frontmatter: Record<string, unknown>;
  reading: Reading;
}

/** Writes a file of two parts: the facts, a line of JSON, and the text as it is. */
export function writeText(text: string, facts: Facts): Buffer {
  return Buffer.from(`${JSON.stringify(facts)}\n${text}`);
}

/** Reads what lists need of a chapter. */
export function readFacts(file: Buffer): Facts {
  return JSON.parse(file.toString('utf8', 0, file.indexOf('\n'))) as Facts;
}

/** Reads its text. */
export function readText(file: Buffer): string {
  return file.toString('utf8', file.indexOf('\n') + 1);
}
