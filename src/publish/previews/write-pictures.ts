import { cached } from '../../build/cache.ts';
import { runInThread } from '../../build/pool.ts';
import { writeSiteFile } from '../../build/write-site-file.ts';
import type { Problem } from '../../build/problem.ts';
import type { PictureText } from './picture/layout.ts';
import type { DrawnPicture } from './picture/render-picture.ts';

const renderer = new URL('./picture/render-picture.ts', import.meta.url);

/**
 * Draws the pictures of previews, in threads.
 *
 * @param dist folder of the built site
 * @returns what cannot be drawn, and is left out: the words may be the article's, and stop no site
 */
export async function writePictures(
  dist: string,
  pictures: readonly { file: string; text: PictureText }[],
): Promise<Problem[]> {
  const problems = await Promise.all(
    pictures.map(async ({ file, text }) => {
      const { png, missing } = await drawPicture(text);
      writeSiteFile(dist, file, png);
      return missing.length ? [missingGlyph(file, text, missing)] : [];
    }),
  );
  return problems.flat();
}

/**
 * Returns a picture, from the cache or a thread.
 *
 * @param root folder of all caches; the project's own unless a test has another
 */
export async function drawPicture(text: PictureText, root?: string): Promise<DrawnPicture> {
  const cache = { name: 'pictures', module: renderer.href, ...(root === undefined ? {} : { root }) };
  return cached(cache, [text], () => runInThread<DrawnPicture>(renderer, text));
}

function missingGlyph(file: string, { title }: PictureText, missing: readonly string[]): Problem {
  const named = missing.map(
    (character) => `“${character}” (U+${character.codePointAt(0)?.toString(16).toUpperCase()})`,
  );
  return {
    file: `dist/${file}`,
    rule: 'missing-glyph',
    reason: `The picture of “${title}” is drawn without ${named.join(', ')}: its fonts have no glyph for that.`,
    remedy:
      'Write the title, or the first sentences below it, with other characters, if the words are yours.',
  };
}
