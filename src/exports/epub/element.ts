import type { Element, Properties } from 'hast';

/** An element of a tree, in one line. */
export function h(tagName: string, properties: Properties, children: (Element | string)[]): Element {
  return {
    type: 'element',
    tagName,
    properties,
    children: children.map((child) => (typeof child === 'string' ? { type: 'text', value: child } : child)),
  };
}
