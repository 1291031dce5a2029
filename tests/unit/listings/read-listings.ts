import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

/** A listing of a chapter, as its author wrote it. */
export interface Listing {
  /** Path of the chapter from the project's folder. */
  file: string;
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
        return {
          file: `content/chapters/${file}`,
          id,
          title,
          language,
          code,
          after: rest.split(/\n#/, 1)[0] ?? '',
        };
      });
    });
}

/**
 * What a listing prints, as the chapter shows it.
 *
 * @throws Error that says where it belongs, when no chapter shows it
 */
export function outputOf({ file, id, title }: Listing, listings: readonly Listing[]): string {
  const output = listings.find((one) => one.id === `${id}-output`);
  if (output) return output.code;
  throw new Error(
    `${file} has the listing "${id}", and nothing shows what it prints. Put it behind it, in a fence of text: ` +
      `<Listing id="${id}-output" title="${title}的输出">. ` +
      'If it is no whole program, end its title with （示意）.',
  );
}
