import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { pageChecks } from '../checks/index.ts';
import { completePage } from './finish-page.ts';
import { checkGlyphs } from '../fonts/check-glyphs.ts';
import { faceTextReader } from '../fonts/face-text.ts';
import { families, familyPrefix } from '../fonts/families.ts';
import { listShown } from '../fonts/list-shown.ts';
import type { PageFacts } from './page-facts.ts';
import { placeFile } from '../../build/place-file.ts';
import { readPage, type Page } from './read-page.ts';
import { addressesOf, type Address } from './read-references.ts';
import type { PageTags, Placement } from './read-site.ts';
import { findSeams } from './seams.ts';
import { listRecords } from '../search/list-records.ts';
import { keptTexts } from '../keep.ts';
import { styleTrimmer } from '../trim-styles/index.ts';
import { scriptReader } from '../trim-styles/read-scripts.ts';

/** What is the same for all pages of a site. */
export interface Surroundings extends Placement {
  /** Folder of the built site. */
  dist: string;
  /** The scripts that stand there as files. */
  scripts: string[];
  /** Folder for what is found. */
  cache: string;
  /** A hash of all that the outcome depends on besides the page: code, scripts, where the site stands. */
  made: string;
}

/** What is known of a page, and its HTML as it is left. */
interface Examined {
  facts: PageFacts;
  html: string;
}

type Examine = (file: string, html: string) => Examined;

/** Made once a thread for the site that it works on: style sheets are read once for all pages. */
const examiners = new WeakMap<Surroundings, Examine>();

/** A page to look at. */
export interface PageToExamine {
  /** Path in `dist`. */
  file: string;
  /** Its HTML, when it has no file yet. */
  html?: string | undefined;
  tags?: PageTags | undefined;
}

/**
 * Looks at some pages once for all that asks of them, and leaves each in its file with the styles that have an effect
 * there, and complete if nothing of it waits for the rest of the site. What is found is kept in one piece.
 *
 * @param site sent to the thread once
 */
export default async function examinePages(
  pages: readonly PageToExamine[],
  site: Surroundings,
): Promise<PageFacts[]> {
  const read = pages.map(({ file, html }) => html ?? readFileSync(path.join(site.dist, file)));
  const given = pages.flatMap(({ file, tags }, index) => [
    file,
    read[index] ?? '',
    JSON.stringify(tags ?? {}),
  ]);
  const { data, texts } = await keptTexts(site.cache, [site.made, ...given], () => {
    const examine = examiners.get(site) ?? pageExaminer(site);
    examiners.set(site, examine);
    const found = pages.map(({ file, tags }, index) => examine(file, wholePage(read[index] ?? '', tags)));
    return { data: found.map(({ facts }) => facts), texts: found.map(({ html }) => html) };
  });
  for (const [index, { file, html }] of pages.entries()) {
    const text = texts[index] ?? Buffer.alloc(0);
    // What has no file yet is complete as a rule; and who completes a page does not write into this one.
    if (html !== undefined) placeFile(site.dist, file, text);
    else writeFileSync(path.join(site.dist, file), text);
  }
  return data;
}

function wholePage(bare: string | Buffer, tags: PageTags | undefined): string {
  const html = bare.toString();
  if (!tags) return html;
  return html.replace('</head>', () => `${tags.head}</head>`).replace('</body>', () => `${tags.body}</body>`);
}

/**
 * Makes a function from a page to what is to be known of it, and to its HTML with trimmed styles.
 *
 * @throws Error when a style sheet of the page cannot be read
 */
export function pageExaminer({ dist, base, origin, scripts }: Omit<Surroundings, 'cache' | 'made'>): Examine {
  const readText = faceTextReader(families, familyPrefix);
  const readScripts = scriptReader(dist, new Set(scripts), { base, origin });
  const trim = styleTrimmer();
  return (file, html) => {
    const page = readPage(file, base, withoutDiagramSources(html));
    const text = readText(page);
    const facts = {
      file,
      address: page.address,
      ids: [...page.ids.keys()],
      addresses: listAddresses(page),
      problems: [...pageChecks.flatMap((check) => check(page)), ...checkGlyphs(page, text)],
      shown: listShown(text),
      records: listRecords(page, base),
    };
    trim(page, readScripts(page));
    const seams = findSeams(page);
    if (seams.style || seams.sizes.length) return { facts: { ...facts, seams }, html: page.html };
    return { facts, html: completePage(page.html, { seams, faces: '', preload: '', sizes: [] }) };
  };
}

function listAddresses({ elements }: Page): Address[] {
  const named = elements.flatMap(addressesOf);
  return [...new Map(named.map((address) => [`${address.url} ${address.tag ?? ''}`, address])).values()];
}

/** The text of a diagram is for the other forms of the book, and for no reader of its page. */
function withoutDiagramSources(html: string): string {
  // In the text of a page `<` is written otherwise, so this can only be a tag.
  return html.replace(/(<div class="diagram"(?: [\w-]+="[^"]*")*?) data-mermaid="[^"]*"/g, '$1');
}
