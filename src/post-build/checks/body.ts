import type { Check } from '../finding.ts';
import { ancestry, type PageElement } from '../read-page.ts';

/** What a layout puts around the text, and what stands there when the text itself is lost. */
const around = new Set(['header', 'hgroup', 'h1', 'nav', 'footer']);

/**
 * Finds pages without their text. Astro can log an error of a Markdown plugin, publish the page with its
 * title and nothing below, and exit with 0.
 */
export const checkBody: Check = ({ pages }) =>
  [...pages.values()].flatMap(({ file, elements }) => {
    const main = elements.filter(({ name }) => name === 'main');
    const title = elements.findIndex(({ name }) => name === 'h1');
    const below = elements.slice(title + 1);
    const hasBody = below.some(
      (element) => isText(element) && [...ancestry(element)].some((e) => main.includes(e)),
    );
    if (main.length === 1 && title >= 0 && hasBody) return [];
    const lack =
      main.length !== 1 ? `${main.length} <main>` : title < 0 ? 'no <h1>' : 'no text below its title';
    return [
      {
        file,
        rule: 'body-missing',
        reason: `The page has ${lack}.`,
        remedy: 'Look for an error further up: a plugin that fails can leave a page empty.',
      },
    ];
  });

function isText(element: PageElement): boolean {
  if (!/^(p|li|dd|td|pre|h2)$/.test(element.name) || !element.text.trim()) return false;
  return ![...ancestry(element)].some(({ name }) => around.has(name));
}
