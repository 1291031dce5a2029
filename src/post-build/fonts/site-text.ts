import type { Page } from '../read-page.ts';
import type { Site } from '../read-site.ts';
import { faceTextReader, type PageText } from './face-text.ts';
import { families, familyPrefix } from './families.ts';

/** What every page shows in the site's own faces, in the order of the pages. */
export type SiteText = Map<Page, PageText>;

/**
 * Finds what the site shows in its own faces.
 *
 * @throws Error when a style sheet cannot be read, or has a counter style that is not known here
 */
export function readSiteText({ pages }: Site): SiteText {
  const read = faceTextReader(families, familyPrefix);
  return new Map([...pages.values()].map((page) => [page, read(page)]));
}
