import type { Element, Nodes } from 'hast';
import { h } from 'hastscript';
import type { Handle } from 'hast-util-to-mdast';
import type { PhrasingContent, RootContent } from 'mdast';
import { attributeOf, copyTree, createFinder, replaceElements, writeHtml } from '../../build/html.ts';
import { html } from './nodes.ts';

/** What of an element's attributes a reader of the Markdown has a use for. */
const exportedAttributes = ['align', 'alt', 'colSpan', 'href', 'lang', 'rowSpan', 'src', 'start', 'title'];

/** Elements that Markdown has no sign for: they stay HTML, and what is in them is Markdown. */
const unsigned = ['abbr', 'ins', 'kbd', 'mark', 'rp', 'rt', 'ruby', 'sub', 'sup', 'u'];

/** Writes the tags of an element around what stands in it: `10<sup>25</sup>`. */
export const tagged: Handle = (state, node) => {
  const [open, close] = tagsOf(node);
  return [open, ...(state.all(node) as PhrasingContent[]), close];
};

/** By the names of elements. */
export const inlineHtml = Object.fromEntries(unsigned.map((name) => [name, tagged]));

/** Puts blocks in the middle, or on the right, as the element was that they come from. */
export function aligned(node: Element, blocks: RootContent[]): RootContent[] {
  const align = alignOf(node);
  if (!align || !blocks.length) return blocks;
  const [open, close] = tagsOf(h('div', { align }));
  return [open, ...blocks, close];
}

/** Cells of Markdown's tables have one line, and one row: others stay HTML, with formulas as TeX. */
export function isBeyondMarkdown(table: Element): boolean {
  return createFinder(table).first('[rowspan], ul, ol, pre, blockquote, table, p + p') !== undefined;
}

/**
 * Returns an element as HTML, in which Markdown is not read.
 *
 * @param addressOf returns the address that stands for one of the page's
 */
export function asHtml(node: Element, addressOf: (href: string) => string): string {
  const copy = copyTree(node);
  replaceElements(copy, '[data-tex]', (formula) => [
    { type: 'text', value: `$${attributeOf(formula, 'data-tex') ?? ''}$` },
  ]);
  for (const element of [copy, ...createFinder(copy).all('*')]) {
    const align = alignOf(element);
    for (const name of ['href', 'src'] as const) {
      const address = attributeOf(element, name);
      if (address !== undefined) element.properties[name] = addressOf(address);
    }
    element.properties = keptOf({ ...element.properties, ...(align ? { align } : {}) });
  }
  // A blank line would end it.
  return writeHtml(copy).replace(/\n\s*\n/g, '\n');
}

function alignOf(node: Element): string | undefined {
  return attributeOf(node, 'data-align') ?? attributeOf(node, 'align');
}

function tagsOf(node: Element): [ReturnType<typeof html>, ReturnType<typeof html>] {
  const empty: Nodes = { ...node, properties: keptOf(node.properties), children: [] };
  const close = `</${node.tagName}>`;
  return [html(writeHtml(empty).slice(0, -close.length)), html(close)];
}

function keptOf(properties: Element['properties']): Element['properties'] {
  return Object.fromEntries(Object.entries(properties).filter(([name]) => exportedAttributes.includes(name)));
}
