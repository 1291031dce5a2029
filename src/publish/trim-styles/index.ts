import { replaceStyle } from '../pages/edit-page.ts';
import type { Page } from '../pages/read-page.ts';
import { dropUnread } from './drop-unread.ts';
import { dropUnmatched } from './drop-unmatched.ts';
import { elementFinder } from './find-elements.ts';
import type { PageScripts } from './read-scripts.ts';
import { selectorReader } from './may-match.ts';
import { sheetReader } from './read-sheet.ts';

/**
 * Makes a function that takes out of the styles of a page what can have no effect there, so that it does not travel:
 * rules for elements that the page does not have, whatever its reader and its scripts do, then custom properties and
 * animations that nothing is left to use. The page is changed in memory.
 *
 * Before the fonts, which add their faces to the same styles, and after what reads the text that is set in
 * them: pages share their style sheets until here, and each is then read once.
 *
 * @returns a function that throws an Error when a style sheet is no CSS
 */
export function styleTrimmer(): (page: Page, scripts: PageScripts) => void {
  const readSheet = sheetReader();
  const readSelectors = selectorReader();

  return (page, scripts) => {
    const styles = page.elements.filter(({ name }) => name === 'style');
    const sheets = styles.map(({ text }) => readSheet(text));
    const finder = elementFinder(page.elements);
    for (const sheet of sheets)
      dropUnmatched(sheet, (list) => readSelectors(list, scripts.words).map((one) => one.mayMatch(finder)));

    const markup = styles.reduce((html, { text }) => html.replace(text, () => ''), page.html);
    dropUnread(sheets, markup + scripts.text);
    for (const [index, style] of styles.entries()) replaceStyle(page, style, String(sheets[index]));
  };
}
