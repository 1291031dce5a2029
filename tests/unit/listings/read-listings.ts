import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

/** A listing of a chapter, as its author wrote it. */
export interface Listing {
  id: string;
  title: string;
  language: string;
  code: string;
  /** What the chapter says from its end to the next heading. */
  after: string;
}

const chapters = path.resolve(import.meta.dirname, '../../../content/chapters');

/** Every listing of the book, in order. */
export function readListings(): Listing[] {
  return readdirSync(chapters)
    .filter((file) => file.endsWith('.mdx'))
    .sort()
    .flatMap((file) => {
      const text = readFileSync(path.join(chapters, file), 'utf8');
      const pattern =
        /<Listing id="([^"]+)" title="([^"]+)"[^>]*>\s*```(\w*)\n([\s\S]*?)\n```\s*<\/Listing>/g;
      return [...text.matchAll(pattern)].map((match) => {
        const [whole, id = '', title = '', language = '', code = ''] = match;
        const rest = text.slice(match.index + whole.length);
        return { id, title, language, code, after: rest.split(/\n#/, 1)[0] ?? '' };
      });
    });
}
