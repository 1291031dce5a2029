import { setImmediate } from 'node:timers/promises';
import { replaceStyle } from '../edit-page.ts';
import type { Site } from '../read-site.ts';
import { dropUnread } from './drop-unread.ts';
import { dropUnmatched } from './drop-unmatched.ts';
import { elementFinder } from './find-elements.ts';
import { scriptReader } from './read-scripts.ts';
import { selectorReader } from './may-match.ts';
import { sheetReader } from './read-sheet.ts';

/**
 * Takes out of the styles of every page what can have no effect there, so that it does not travel: rules for
 * elements that the page does not have, whatever its reader and its scripts do, then custom properties and
 * animations that nothing is left to use. Pages are changed in memory; who writes their policy writes them.
 *
 * Before the fonts, which add their faces to the same styles, and after what reads the text that is set in
 * them: pages share their style sheets until here, and each is then read once.
 *
 * @param dist folder of the built site, to read its scripts from
 * @throws Error when a style sheet is no CSS
 */
export async function trimStyles(dist: string, site: Site): Promise<void> {
  const scriptsOf = scriptReader(dist, site);
  const readSheet = sheetReader();
  const readSelectors = selectorReader();

  for (const page of site.pages.values()) {
    const styles = page.elements.filter(({ name }) => name === 'style');
    const sheets = styles.map(({ text }) => readSheet(text));
    const scripts = scriptsOf(page);
    const finder = elementFinder(page.elements);
    for (const sheet of sheets)
      dropUnmatched(sheet, (list) => readSelectors(list, scripts.words).map((one) => one.mayMatch(finder)));

    const markup = styles.reduce((html, { text }) => html.replace(text, () => ''), page.html);
    dropUnread(sheets, markup + scripts.text);
    for (const [index, style] of styles.entries()) replaceStyle(page, style, String(sheets[index]));
    // What threads and processes have done meanwhile is taken from them.
    await setImmediate();
  }
}
