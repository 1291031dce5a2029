import type { Problem } from '../../build/problem.ts';
import type { ShownText } from '../fonts/list-shown.ts';
import type { Address } from './read-references.ts';
import type { Draft } from '../search/list-records.ts';

/**
 * What the build needs to know of a page when all pages have been looked at, one by one: nothing here is as large as the
 * page, so that a book of thousands of chapters is never held in memory. It is data, to be sent by threads and kept.
 */
export interface PageFacts {
  /** Path in `dist`: `maths/index.html`. */
  file: string;
  /** Path that a browser asks for: `/a/b/maths/`. */
  address: string;
  /** All ids, each once. */
  ids: string[];
  /** What it links to and loads, each once. */
  addresses: Address[];
  /** What is wrong with it by itself. */
  problems: Problem[];
  shown: ShownText;
  /** What can be found on it. */
  records: Draft[];
  /** Undefined when the page is complete: nothing of it waits for the rest of the site. */
  seams?: Seams | undefined;
}

/** Where a page is completed when the whole site is known. Places are offsets in its HTML. */
export interface Seams {
  /** Behind the declaration of the charset. */
  charset?: number;
  /** Behind the tag of the first `<style>`, and the length of its text. */
  style?: { at: number; length: number };
  /** Where the size of a file is to be said. */
  sizes: { at: number; file: string }[];
  /** Hashes of what runs, and of the styles but for the first, as a policy names them. */
  scripts: string[];
  styles: string[];
}
