import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { pageChecks } from './checks/index.ts';
import { checkGlyphs } from './fonts/check-glyphs.ts';
import { faceTextReader } from './fonts/face-text.ts';
import { families, familyPrefix } from './fonts/families.ts';
import { listShown } from './fonts/list-shown.ts';
import type { PageFacts } from './page-facts.ts';
import { readPage, type Page } from './read-page.ts';
import { addressesOf, type Address } from './read-references.ts';
import type { Placement } from './read-site.ts';
import { findSeams } from './seams.ts';
import { listRecords } from './search/list-records.ts';
import { kept } from './threads/keep.ts';
import { styleTrimmer } from './trim-styles/index.ts';
import { scriptReader } from './trim-styles/read-scripts.ts';

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

type Examine = (file: string, html: string) => { facts: PageFacts; html: string };

/** Made once a thread for the site that it works on: style sheets are read once for all pages. */
const examiners = new WeakMap<Surroundings, Examine>();

/**
 * Looks at a page once for all that asks of it, and leaves it with the styles that have an effect there.
 *
 * @param file path in `dist`
 * @param site sent to the thread once
 */
export default async function examinePage(file: string, site: Surroundings): Promise<PageFacts> {
  const place = path.join(site.dist, file);
  const html = readFileSync(place, 'utf8');
  const examine = examiners.get(site) ?? pageExaminer(site);
  examiners.set(site, examine);
  const found = await kept(site.cache, [site.made, file, html], () => examine(file, html));
  if (found.html !== html) writeFileSync(place, found.html);
  return found.facts;
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
      findings: [...pageChecks.flatMap((check) => check(page)), ...checkGlyphs(page, text)],
      shown: listShown(text),
      records: listRecords(page, base),
    };
    trim(page, readScripts(page));
    return { facts: { ...facts, seams: findSeams(page) }, html: page.html };
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
