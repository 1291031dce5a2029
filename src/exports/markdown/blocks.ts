import type { ElementContent } from 'hast';
import type { PhrasingContent } from 'mdast';
import type { Options } from 'rehype-remark';
import { attributeOf, createFinder, textOf } from '../../build/html.ts';
import { plainText } from '../plain-text.ts';
import { paragraph, strong, text } from './nodes.ts';

/** Makes Markdown's nodes of an element; what stands inside is made by `state.all()`. */
export type Handler = NonNullable<NonNullable<Options['handlers']>[string]>;

/** A diagram is its source. */
export const diagram: Handler = (_, node) => ({
  type: 'code',
  lang: 'mermaid',
  value: attributeOf(node, 'data-mermaid') ?? '',
});

/** A chart, which was drawn from data that stands below it, is its description. */
export const chart: Handler = (_, node) => {
  const described = createFinder(node).first('desc');
  return described ? paragraph(text(plainText(described))) : undefined;
};

/** `图 2-1　题名`, and what may be opened below it. */
export const caption: Handler = (state, node) => {
  const isOpened = (child: ElementContent): boolean =>
    child.type === 'element' && child.tagName === 'details';
  const [label, ...title] = node.children
    .filter((child) => !isOpened(child))
    .map((child) => plainText(child))
    .filter(Boolean);
  return [
    paragraph(strong(label ?? ''), text(`　${title.join('　')}`)),
    ...state.all({ ...node, children: node.children.filter(isOpened) }),
  ];
};

/** A listing, with the name of its language. */
export const listing: Handler = (_, node) => ({
  type: 'code',
  lang: attributeOf(node, 'data-language') ?? '',
  value: textOf(node),
});

/** A term of the glossary: its name, other names behind it. */
export const term: Handler = (_, node) => {
  const [name, ...others] = node.children.map((child) => plainText(child)).filter(Boolean);
  return paragraph(strong(name ?? ''), ...(others.length ? [text(` ${others.join('；')}`)] : []));
};

/** The sources of a statement, as footnotes: `[^knuth-1984]`. */
export const citation: Handler = (_, node) =>
  node.children.flatMap((link): PhrasingContent[] => {
    const [, key] = /#(.+)$/.exec(link.type === 'element' ? (attributeOf(link, 'href') ?? '') : '') ?? [];
    return key ? [{ type: 'footnoteReference', identifier: key, label: key }] : [];
  });
