import type { ElementContent } from 'hast';
import { defaultHandlers, type Handle } from 'hast-util-to-mdast';
import type { ListItem, PhrasingContent } from 'mdast';
import { attributeOf, createFinder, textOf } from '../../build/html.ts';
import { plainText } from '../plain-text.ts';
import { html, paragraph, strong, text } from './nodes.ts';

/** A diagram is its source. */
export const diagram: Handle = (_, node) => ({
  type: 'code',
  lang: 'mermaid',
  value: attributeOf(node, 'data-mermaid') ?? '',
});

/** A chart, which was drawn from data that stands below it, is its description. */
export const chart: Handle = (_, node) => {
  const described = createFinder(node).first('desc');
  return described ? paragraph(text(plainText(described))) : undefined;
};

/** `图 2-1　题名`, and what may be opened below it. */
export const caption: Handle = (state, node) => {
  const isOpened = (child: ElementContent): boolean => child.type === 'element' && child.tagName === 'div';
  const [label, ...title] = node.children
    .filter((child) => !isOpened(child))
    .map((child) => plainText(child))
    .filter(Boolean);
  return [
    paragraph(strong(label ?? ''), ...(title.length ? [text(`　${title.join('　')}`)] : [])),
    ...state.all({ ...node, children: node.children.filter(isOpened) }),
  ];
};

/** A listing, with the name of its language. */
export const listing: Handle = (_, node) => ({
  type: 'code',
  lang: attributeOf(node, 'data-language') ?? '',
  value: textOf(node),
});

/** A term of the glossary: its name, other names behind it. */
export const term: Handle = (_, node) => {
  const [name, ...others] = node.children.map((child) => plainText(child)).filter(Boolean);
  return paragraph(strong(name ?? ''), ...(others.length ? [text(` ${others.join('；')}`)] : []));
};

/** The sources of a statement, as footnotes: `[^knuth-1984]`. */
export const citation: Handle = (_, node) =>
  node.children.flatMap((link): PhrasingContent[] => {
    const [, key] = /#(.+)$/.exec(link.type === 'element' ? (attributeOf(link, 'href') ?? '') : '') ?? [];
    return key ? [{ type: 'footnoteReference', identifier: key, label: key }] : [];
  });

/** An item of a list, with the box of a task: what writes GFM's does not write emphasis as Chinese needs it. */
export const item: Handle = (state, node) => {
  const { checked, ...made } = defaultHandlers.li(state, node) as ListItem;
  if (typeof checked !== 'boolean') return made;
  const box = html(checked ? '[x] ' : '[ ] ');
  const [first] = made.children;
  if (first?.type !== 'paragraph') return { ...made, children: [paragraph(box), ...made.children] };
  const [word] = first.children;
  if (word?.type === 'text') word.value = word.value.trimStart();
  first.children.unshift(box);
  return made;
};
