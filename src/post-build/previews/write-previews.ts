import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { firstSentences } from '../../book/first-sentences.ts';
import { site } from '../../site.ts';
import type { Finding } from '../finding.ts';
import type { Placement } from '../read-site.ts';
import { missingGlyphs, pictureDrawer } from './picture/draw-picture.ts';
import type { PictureText } from './picture/layout.ts';
import { previewTags, type Locator, type Preview } from './preview-tags.ts';
import { readBook } from './read-book.ts';
import type { BookPage, BookSection } from './read-book-page.ts';
import { sectionPage } from './section-page.ts';
import { dataWriter } from './structured-data.ts';

/**
 * A book of more sections than this shows the chapter's picture for each: to draw one takes longer than all else that
 * the build does for a section, and it weighs as much as a chapter.
 */
const mostPictures = 200;

/**
 * Gives every page that is to be found what others show of it: Open Graph data, a picture, and what it is in
 * the words of schema.org; and every section of a chapter a page of its own, to be shared.
 *
 * @param dist folder of the built site
 * @returns what cannot be drawn; and when all else is, since pictures are drawn in threads while the build goes on
 */
export async function writePreviews(
  dist: string,
  placement: Placement,
): Promise<{ findings: Finding[]; drawn: Promise<unknown> }> {
  const locator = locatorOf(placement);
  const book = await readBook(dist, placement.base);
  const draw = pictureDrawer();
  const describe = dataWriter(book, locator);
  const findings: Finding[] = [];
  const drawing: Promise<void>[] = [];
  const sections = book.reduce((sum, page) => sum + (page.article ? page.sections.length : 0), 0);

  for (const page of book) {
    const { title, kicker, ornament, description } = page;
    const picture = { kicker, number: '', title, ornament, lead: description };
    writePicture(`${page.address}card.png`, picture);
    const html = page.html
      .replace('</head>', () => `${previewTags(previewOf(page), locator)}</head>`)
      .replace('</body>', () => `${describe(page)}</body>`);
    await write(page.file, html);

    for (const section of page.article ? page.sections : []) {
      const own = previewSection(section, page);
      const preview = sections > mostPictures ? { ...own, picture: `${page.address}card.png` } : own;
      const { number = '', title } = section;
      if (preview === own)
        writePicture(preview.picture, { ...picture, number, title, lead: preview.description });
      const names = new Set([preview.title, page.title, site.title]);
      await write(`s/${section.id}/index.html`, sectionPage(preview, [...names].join(' · '), locator));
    }
  }
  return { findings, drawn: Promise.all(drawing) };

  function writePicture(address: string, text: PictureText): void {
    const file = address.slice(1);
    const lacking = missingGlyphs(text);
    if (lacking.length) findings.push(missing(file, text, lacking));
    else drawing.push(draw(text).then((picture) => write(file, picture)));
  }

  async function write(file: string, content: string | Buffer): Promise<void> {
    const place = path.join(dist, file);
    await mkdir(path.dirname(place), { recursive: true });
    await writeFile(place, content);
  }
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

function locatorOf({ base, origin }: Placement): Locator {
  const locate = (address: string): string => base + address.slice(1);
  return { path: locate, full: (address) => (origin ?? '') + locate(address), known: origin !== undefined };
}

function missing(file: string, { title }: PictureText, lacking: string[]): Finding {
  const named = [...new Set(lacking)].map(
    (character) => `“${character}” (U+${character.codePointAt(0)?.toString(16).toUpperCase()})`,
  );
  return {
    file,
    rule: 'missing-glyph',
    reason: `The picture of “${title}” has no glyph for ${named.join(', ')}.`,
    remedy: 'Write the title, or the first sentences below it, with other characters.',
  };
}
