import type { ChapterData } from '../../book/chapter-schema.ts';
import { firstSentences } from '../../book/first-sentences.ts';
import { ornamentOf } from '../../book/mark-of.ts';
import { site } from '../../site.ts';
import { createGlyphFinder, pictureDrawer } from './picture/draw-picture.ts';
import type { PictureText } from './picture/layout.ts';

/**
 * Begins to draw the pictures of chapters, from what their frontmatter says: while Astro renders pages it has one core busy,
 * and of a large book for a long time. writePreviews asks for them by what the pages say, and finds them kept. Where a page
 * said something else, its picture would be drawn then, as without this; a test holds that it does not.
 */
export function drawAhead(chapters: readonly { data: ChapterData | undefined }[]): void {
  const { draw, isKept } = pictureDrawer();
  const missingGlyphs = createGlyphFinder();
  for (const { data } of chapters) {
    const text = data?.kind === 'chapter' && textOfChapter(data);
    // What cannot be drawn is told of later, with its page. So is what goes wrong.
    if (text && !isKept(text) && !missingGlyphs(text).length) draw(text).catch(() => undefined);
  }
}

/** What the picture of a chapter shows. */
export function textOfChapter({
  numeral,
  title,
  description,
  lead,
}: ChapterData & { kind: 'chapter' }): PictureText {
  return {
    kicker: numeral,
    number: '',
    title,
    ornament: ornamentOf(numeral),
    lead: firstSentences(description ?? lead ?? site.description),
  };
}
