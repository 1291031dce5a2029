import type { Root } from 'hast';
import { fromParse5 } from 'hast-util-from-parse5';
import { parse, parseFragment } from 'parse5';

/** As where scripts do not run: what stands in a `<noscript>` is elements. */
const options = { scriptingEnabled: false };

/**
 * Parses a page as a browser would. Nodes have no places in the text, as those of hast-util-from-html have: to find
 * these takes as long as all else of parsing, and they are half of what a tree weighs.
 */
export function parsePage(html: string): Root {
  return fromParse5(parse(html, options)) as Root;
}

/** The same of what stands inside of a page. */
export function parsePart(html: string): Root {
  return fromParse5(parseFragment(html, options)) as Root;
}
