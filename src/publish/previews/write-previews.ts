import { firstSentences } from '../../book/first-sentences.ts';
import type { Book } from '../../book/model.ts';
import { site } from '../../site.ts';
import type { Problem } from '../../build/problem.ts';
import { placeFile } from '../../build/place-file.ts';
import type { Additions, Placement } from '../pages/read-site.ts';
import { missingGlyphs, pictureDrawer } from './picture/draw-picture.ts';
import type { PictureText } from './picture/layout.ts';
import { locatorOf, previewTags, type Preview } from './preview-tags.ts';
import { readBook } from './read-book.ts';
import type { BookPage, BookSection } from './read-book-page.ts';
import { sectionPage } from './section-page.ts';
import { dataWriter } from './structured-data.ts';

/**
 * A book of more sections than this shows the chapter's picture for each: to draw one takes longer than all else that
 * the build does for a section, and it weighs as much as a chapter.
 */
const mostPictures = 200;

/** What pages show of themselves where they are shared. */
interface Previews {
  /** What is added to the pages, and the pages of sections. They have no files yet. */
  additions: Additions;
  /** What cannot be drawn. */
  problems: Problem[];
  /** Ends when all else is, since pictures are drawn in threads while the build goes on. */
  drawn: Promise<unknown>;
}

/**
 * Gives every page that is to be found what others show of it: Open Graph data, a picture, and what it is in
 * the words of schema.org; and every section of a chapter a page of its own, to be shared.
 *
 * @param dist folder of the built site, which gets the pictures
 * @param model the book's
 */
export async function writePreviews(
  dist: string,
  placement: Placement,
  model: Pick<Book, 'date'>,
): Promise<Previews> {
  const book = await readBook(dist, placement.base);
  const locator = locatorOf(placement);
  const { draw } = pictureDrawer();
  const describe = dataWriter(book, locator, model.date);
  const pictures = new Map<string, PictureText>();
  const sections = book.reduce((sum, page) => sum + (page.article ? page.sections.length : 0), 0);

  const additions: Additions = { tags: new Map(), pages: new Map() };
  for (const page of book) {
    const { file, title, kicker, ornament, description } = page;
    const picture = { kicker, number: '', title, ornament, lead: description };
    const preview = previewOf(page);
    pictures.set(preview.picture, picture);
    additions.tags.set(file, { head: previewTags(preview, locator), body: describe(page) });
    for (const section of page.article ? page.sections : []) {
      let own = previewSection(section, page);
      if (sections > mostPictures) own = { ...own, picture: preview.picture };
      else {
        const { number = '', title } = section;
        pictures.set(own.picture, { ...picture, number, title, lead: own.description });
      }
      const names = new Set([own.title, title, site.title]);
      additions.pages.set(`s/${section.id}/index.html`, sectionPage(own, [...names].join(' · '), locator));
    }
  }

  const problems: Problem[] = [];
  const drawing: Promise<void>[] = [];
  for (const [address, text] of pictures) {
    const file = address.slice(1);
    const lacking = missingGlyphs(text);
    if (lacking.length) problems.push(missing(file, text, lacking));
    else
      drawing.push(
        draw(text).then((picture) => {
          placeFile(dist, file, picture);
        }),
      );
  }
  const drawn = Promise.all(drawing);
  // What goes wrong is told where it is waited for.
  drawn.catch(() => undefined);
  return { additions, problems, drawn };
}

function previewOf({ address, title, description }: BookPage): Preview {
  return {
    address,
    title,
    description,
    picture: `${address}card.png`,
    type: address === '/' ? 'book' : 'article',
  };
}

function previewSection(section: BookSection, { address, description, sections }: BookPage): Preview {
  const { id, number, title } = section;
  // One that begins with another of its own is introduced by that.
  const text = sections.slice(sections.indexOf(section)).find(({ text }) => text)?.text ?? '';
  return {
    address: `${address}#${id}`,
    title: number ? `${number} ${title}` : title,
    description: firstSentences(text) || description,
    picture: `/s/${id}/card.png`,
    type: 'article',
  };
}

function missing(file: string, { title }: PictureText, lacking: string[]): Problem {
  const named = [...new Set(lacking)].map(
    (character) => `“${character}” (U+${character.codePointAt(0)?.toString(16).toUpperCase()})`,
  );
  return {
    file: `dist/${file}`,
    rule: 'missing-glyph',
    reason: `The picture of “${title}” has no glyph for ${named.join(', ')}.`,
    remedy: 'Write the title, or the first sentences below it, with other characters.',
  };
}
