import type { Element } from 'hast';
import { textOf } from '../../build/html.ts';
import type { PageCheck } from './check.ts';

/** What a layout puts around the text, and what still stands there when the text itself is lost. */
const around = 'header, hgroup, h1, nav, footer, [data-layer=editorial]';

/**
 * Finds pages without their text. Astro can log an error of a Markdown plugin, publish the page with its
 * title and nothing below, and exit with 0. What the editors put around the title does not count; a section
 * of theirs (a supplement) does, and so does all of a page that is wholly theirs.
 */
export const checkBody: PageCheck = ({ file, finder }) => {
  const mains = finder.all('main');
  const [main] = mains;
  const isText = (element: Element): boolean => {
    for (let at: Element | undefined = element; at; at = finder.parentOf(at)) {
      if (at === main || at.tagName === 'section') return true;
      if (finder.matches(at, around)) return false;
    }
    return false;
  };
  const all = finder.all('*');
  const title = all.findIndex(({ tagName }) => tagName === 'h1');
  const hasText = (): boolean =>
    all
      .slice(title + 1)
      .some(
        (element) =>
          /^(p|li|dd|td|pre|h2)$/.test(element.tagName) && textOf(element).trim() && isText(element),
      );
  const lack =
    mains.length !== 1
      ? `${mains.length} <main>`
      : title < 0
        ? 'no <h1>'
        : hasText()
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
