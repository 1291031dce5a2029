import type { Problem } from '../../build/problem.ts';
import type { Page } from '../pages/page.ts';
import type { Reference } from '../pages/references.ts';
import type { Inventory } from '../pages/resolve.ts';
import { checkAlternativeText } from './alternative-text.ts';
import { checkBody } from './body.ts';
import { checkFragment } from './fragments.ts';
import { checkHead } from './head.ts';
import { checkIds } from './ids.ts';
import { checkInlineCode } from './inline-code.ts';
import { checkLink } from './links.ts';
import { checkLoadedFile } from './loaded-files.ts';
import { checkOtherHost } from './other-hosts.ts';
import { checkOutsideBase } from './outside-base.ts';

/** Reads a page by itself and says what is wrong with it; nothing when all is well. */
export type PageCheck = (page: Page) => Problem[];

/** Says what is wrong with an address that a page or style sheet names, among all that the site has. */
export type ReferenceCheck = (reference: Reference, site: Inventory) => Problem | undefined;

/** What a page is checked for by itself, in the order in which the problems are told. */
const pageChecks: PageCheck[] = [checkHead, checkBody, checkIds, checkInlineCode, checkAlternativeText];

/** What it leads to and loads. */
export const referenceChecks: ReferenceCheck[] = [
  checkOtherHost,
  checkOutsideBase,
  checkLoadedFile,
  checkLink,
  checkFragment,
];

/** Returns what is wrong with a page by itself. */
export function checkPage(page: Page): Problem[] {
  return pageChecks.flatMap((check) => check(page));
}
