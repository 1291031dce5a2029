import type { AstroComponentFactory } from 'astro/runtime/server/index.js';
import {
  chunkToString,
  createComponent,
  renderComponent,
  renderScript,
  renderSlotToString,
  renderTemplate,
  unescapeHTML,
} from 'astro/runtime/server/index.js';

/** What Astro gives a component: the page it is on, its properties, its slots. */
type Given = Parameters<AstroComponentFactory>;

/**
 * Stands around the id of a component's script, in the place of its element: that names a file which each build may
 * name anew. No HTML can hold it.
 */
const mark = '\0';

/**
 * Makes what a page shows of a text. A script that is on the page already is left out there, as Astro does.
 *
 * @param root the project's folder, where scripts have their ids from
 * @param text gives the text
 */
export function contentOf(root: string, text: (...given: Given) => Promise<string>): AstroComponentFactory {
  return createComponent(async (...given) => {
    const parts = (await text(...given))
      .split(mark)
      .map((part, index) => (index % 2 ? renderScript(given[0], root + part) : unescapeHTML(part)));
    return renderTemplate`${parts}`;
  });
}

/** Leaves out the marks of scripts. */
export function withoutScripts(text: string): string {
  return text
    .split(mark)
    .filter((_, index) => index % 2 === 0)
    .join('');
}

/**
 * Renders a chapter apart from the page that asks for it: nothing of that page may be in the text.
 *
 * @param content of the compiled chapter
 * @throws Error when a script is not where this can find it
 */
export async function renderText(content: unknown, root: string, ...given: Given): Promise<string> {
  const [page, props, slots] = given;
  const ids = new Set<string>();
  const own = { ...page, _metadata: { ...page._metadata, renderedScripts: ids } };
  const rendered = await renderSlotToString(
    own,
    () => renderTemplate`${renderComponent(own, 'Content', content, props, slots)}`,
  );
  let html = chunkToString(own, rendered).toString();
  for (const id of ids) {
    const { content: element } = await renderScript(own, id);
    if (html.split(element).length !== 2 || !id.startsWith(root))
      throw new Error(`The script ${id} does not stand once in the text.`);
    html = html.replace(element, () => mark + id.slice(root.length) + mark);
  }
  if (html.includes('<script')) throw new Error('A script in a text is not known.');
  return html;
}
