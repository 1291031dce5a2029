import { firstSentences } from '../../book/first-sentences.ts';
import { site, type Placement } from '../../site.ts';
import type { Page } from '../pages/page.ts';
import { describePage, type DescribedSection, type PageDescription } from './describe-page.ts';
import type { PictureText } from './picture/layout.ts';
import { locatorOf, previewTags, type Preview } from './preview-tags.ts';
import { sectionPage } from './section-page.ts';
import { structuredData, type DescribedBook } from './structured-data.ts';

/** What the previews of a page depend on besides the page. */
export interface PreviewedBook extends DescribedBook {
  /** Has each section a picture of its own? */
  sectionPictures: boolean;
}

/** What others show of a page and of its sections: files that the site gets besides it. */
export interface Previews {
  /** Pages that stand for sections, complete: `s/model/index.html`. */
  sections: { file: string; html: string }[];
  /** `maths/card.png`. */
  pictures: { file: string; text: PictureText }[];
}

/**
 * Gives a page that is to be found what others show of it: Open Graph data, a picture, and what it is in the words of
 * schema.org; and every section of a chapter a page of its own, to be shared. Of a page that is not, nothing is made.
 */
export function previewPage(page: Page, book: PreviewedBook, placement: Placement): Previews {
  const description = describePage(page, placement.base);
  const made: Previews = { sections: [], pictures: [] };
  if (!description) return made;
  const locator = locatorOf(placement);
  const { title, kicker, ornament, article } = description;
  const picture = { kicker, number: '', title, ornament, lead: description.description };
  const preview = previewOf(description);
  made.pictures.push({ file: preview.picture.slice(1), text: picture });
  page.finder.first('head')?.children.push(...previewTags(preview, locator));
  page.finder.first('body')?.children.push(structuredData(description, book, locator));

  for (const section of article ? description.sections : []) {
    const { id, number = '' } = section;
    const own = previewSection(section, description, book.sectionPictures);
    if (book.sectionPictures) {
      const text = { ...picture, number, title: section.title, lead: own.description };
      made.pictures.push({ file: own.picture.slice(1), text });
    }
    const names = new Set([own.title, title, site.title]);
    made.sections.push({
      file: `s/${id}/index.html`,
      html: sectionPage(own, [...names].join(' · '), locator),
    });
  }
  return made;
}

function previewOf({ address, title, description }: PageDescription): Preview {
  const type = address === '/' ? 'book' : 'article';
  return { address, title, description, picture: `${address}card.png`, type };
}

function previewSection(section: DescribedSection, page: PageDescription, ownPicture: boolean): Preview {
  const { id, number, title } = section;
  const { address, description, sections } = page;
  const from = sections.indexOf(section);
  const next = sections.findIndex(({ level }, index) => index > from && level <= section.level);
  // One that begins with another of its own is introduced by that.
  const text = sections.slice(from, next === -1 ? undefined : next).find(({ text }) => text)?.text ?? '';
  return {
    address: `${address}#${id}`,
    title: number ? `${number} ${title}` : title,
    description: firstSentences(text) || description,
    picture: ownPicture ? `/s/${id}/card.png` : `${address}card.png`,
    type: 'article',
  };
}
