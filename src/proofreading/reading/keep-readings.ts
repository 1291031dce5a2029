import { createHash } from 'node:crypto';
import path from 'node:path';
import { cached } from '../../build/file-cache.ts';
import { fingerprint } from '../../build/fingerprint.ts';
import type { Block } from './article-blocks.ts';
import { readArticle } from './article-source.ts';
import type { ProofChapter } from './read-chapter.ts';

/** What readings depend on besides the text. */
const folders = ['markdown', 'diagrams', 'build', 'book', 'proofreading'];

/**
 * Makes a function that reads a chapter, or gives what a build before this one read of it. Compiling is most of what the
 * proofreading takes, and from one build to the next few chapters change. What something is wrong with is read again
 * each time.
 *
 * @param terms of the glossary, which compiling depends on too
 * @param folder of the cache
 */
export function readingKeeper(
  terms: unknown,
  folder: string,
): (file: string, text: string, read: () => Promise<ProofChapter>) => Promise<ProofChapter> {
  const made = fingerprint(folders, terms);
  return async (file, text, read) => {
    let fresh: ProofChapter | undefined;
    const kept = await cached(placeIn(folder, [made, file, text]), async () => {
      fresh = await read();
      // Who asks for it has the text.
      return Buffer.from(JSON.stringify({ ...fresh, source: undefined }));
    });
    if (fresh) return fresh;
    const chapter = { ...(JSON.parse(kept.toString('utf8')) as ProofChapter), source: text };
    return chapter.problems.length ? read() : chapter;
  };
}

/**
 * Gives the blocks of the article, or what a build before this one read of it: it is as long as the book, and never
 * changes.
 *
 * @param text content/article/article.md
 * @param folder of the cache; nothing is kept without
 */
export async function readArticleOnce(text: string, folder: string | undefined): Promise<Block[]> {
  if (folder === undefined) return readArticle(text);
  const kept = await cached(placeIn(folder, [fingerprint(folders, 'article'), text]), async () =>
    Buffer.from(JSON.stringify(readArticle(text))),
  );
  return JSON.parse(kept.toString('utf8')) as Block[];
}

function placeIn(folder: string, dependsOn: string[]): string {
  const hash = createHash('sha256');
  for (const part of dependsOn) hash.update(part).update('\0');
  return path.join(folder, `${hash.digest('hex').slice(0, 32)}.json`);
}
