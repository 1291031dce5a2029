import type { Element, Nodes, Root } from 'hast';
import { toString } from 'hast-util-to-string';
import { visit } from '../../build/visit.ts';

/** A figure, table, listing or equation of a chapter. */
export interface Exhibit {
  id: string;
  /** 图 4-1, 式（4.1）. */
  label: string;
  /** Its caption; '' for an equation. */
  title: string;
}

/**
 * Lists what is numbered in a chapter, in the tree that its readers get: figures by their captions, then
 * equations.
 */
export function listExhibits(tree: Root): Exhibit[] {
  const figures: Exhibit[] = [];
  const equations: Exhibit[] = [];
  visit(tree, 'element', (element) => {
    const id = element.properties['id'];
    if (typeof id !== 'string') return;
    if (element.tagName === 'figure') {
      const caption = inside(element, ({ tagName }) => tagName === 'figcaption');
      const link = caption && inside(caption, ({ tagName }) => tagName === 'a');
      if (!link) return;
      const title = inside(caption, ({ properties }) => classes(properties).includes('caption'));
      // The caption of a chart holds its data as well.
      const own = { ...caption, children: caption.children.filter(({ type }) => type === 'text') };
      const label = toString(link);
      figures.push({ id, label, title: toString(title ?? own).trim() });
    }
    const link = inside(element, ({ properties }) => classes(properties).includes('equation-number'));
    if (classes(element.properties).includes('numbered-equation') && link)
      equations.push({ id, label: `式${toString(link)}`, title: '' });
  });
  return [...figures, ...equations];
}

function inside(node: Nodes, test: (element: Element) => boolean): Element | undefined {
  let found: Element | undefined;
  visit(node, 'element', (element) => {
    if (!found && test(element)) found = element;
  });
  return found;
}

function classes({ className }: Element['properties']): unknown[] {
  return Array.isArray(className) ? className : [];
}
