import { ancestry, type PageElement } from '../pages/read-page.ts';
import type { PageCheck } from './index.ts';

/** What a layout puts around the text, and what still stands there when the text itself is lost. */
const around = new Set(['header', 'hgroup', 'h1', 'nav', 'footer']);

/**
 * Finds pages without their text. Astro can log an error of a Markdown plugin, publish the page with its
 * title and nothing below, and exit with 0. What the editors put around the title does not count; a section
 * of theirs (a supplement) does, and so does all of a page that is wholly theirs.
 */
export const checkBody: PageCheck = ({ file, elements }) => {
  const mains = elements.filter(({ name }) => name === 'main');
  const [main] = mains;
  const title = elements.findIndex(({ name }) => name === 'h1');
  const below = elements.slice(title + 1);
  const lack =
    mains.length !== 1 || !main
      ? `${mains.length} <main>`
      : title < 0
        ? 'no <h1>'
        : below.some((element) => isTextOf(main, element))
          ? undefined
          : 'no text below its title';
  if (!lack) return [];
  return [
    {
      file,
      rule: 'body-missing',
      reason: `The page has ${lack}.`,
      remedy:
        'Look for an error further up: a plugin that fails can leave a page empty. The <main> of a page that ' +
        'is wholly the editors’ says data-layer="editorial".',
    },
  ];
};

function isTextOf(main: PageElement, element: PageElement): boolean {
  if (!/^(p|li|dd|td|pre|h2)$/.test(element.name) || !element.text.trim()) return false;
  for (const outer of ancestry(element)) {
    if (outer === main) return true;
    if (outer.name === 'section') return true;
    if (around.has(outer.name) || outer.attributes.get('data-layer') === 'editorial') return false;
  }
  return false;
}
