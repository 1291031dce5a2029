import type { Problem } from '../../build/problem.ts';
import type { Page } from '../pages/page.ts';
import type { Reference } from '../pages/references.ts';
import type { Inventory } from '../pages/resolve.ts';

/** Reads a page by itself and says what is wrong with it; nothing when all is well. */
export type PageCheck = (page: Page) => Problem[];

/** Says what is wrong with an address that a page or style sheet names, among all that the site has. */
export type ReferenceCheck = (reference: Reference, site: Inventory) => Problem | undefined;
