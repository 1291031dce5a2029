import type { Problem } from '../../build/problem.ts';
import type { Page } from '../pages/page.ts';
import { checkAlternativeText } from './alternative-text.ts';
import { checkBody } from './body.ts';
import type { PageCheck, ReferenceCheck } from './check.ts';
import { checkFragment } from './fragments.ts';
import { checkHead } from './head.ts';
import { checkIds } from './ids.ts';
import { checkInlineCode } from './inline-code.ts';
import { checkLink } from './links.ts';
import { checkLoadedFile } from './loaded-files.ts';
import { checkOtherHost } from './other-hosts.ts';
import { checkOutsideBase } from './outside-base.ts';

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
