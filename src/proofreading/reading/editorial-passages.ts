import type { Element, Nodes, Parents, Root } from 'hast';
import type { Point } from 'unist';
import { declarationOf } from '../../book/edition-components.ts';
import { isJsx, readAttribute, type JsxElement } from '../../markdown/jsx.ts';
import { opaque } from '../judges/spelling.ts';

/** Words of the editors that stand together: a paragraph, a title, an attribute. */
export interface Passage {
  text: string;
  /** Where it begins, and the offset in the file where it ends. */
  start: Point | undefined;
  end: number | undefined;
}

/** Attributes in which the editors say something; lemmata are the article's. */
const spoken = ['verdict', 'correction', 'title', 'description'];

/** Elements whose words stand together. */
const block =
  /^(p|li|h[1-6]|t[dh]|d[dt]|caption|blockquote|div|section|table|t(head|body|r)|[uo]l|dl|summary)$/;

/**
 * Lists the words of the editors in a compiled chapter: what stands in their components, and what their
 * components say in attributes. The article's words, formulas, code and English are left out, the last so that
 * letters stand in their place.
 */
export function listPassages(tree: Root): Passage[] {
  const passages: Passage[] = [];
  walk(tree, false, undefined);
  return passages;

  /** Adds to the open passage, and closes it where a block begins or ends. */
  function walk(node: Nodes, ours: boolean, open: Passage | undefined): void {
    if (isJsx(node)) {
      listAttributes(node);
      const layer = declarationOf(node.name ?? '')?.layer;
      if (layer === 'editorial' && node.children.length === 0) {
        // A reference, a number taken from the data. Citations are no part of the sentence.
        if (open && node.name !== 'Cite') open.text += opaque;
        return;
      }
      const inside = ours || layer === 'editorial';
      walkChildren(node as unknown as Parents, inside, node.type === 'mdxJsxTextElement' ? open : undefined);
      return;
    }
    if (node.type === 'text') {
      if (ours && open) open.text += node.value;
      return;
    }
    if (node.type === 'root') walkChildren(node, ours, open);
    if (node.type !== 'element') return;
    if (isOpaque(node)) {
      if (open) open.text += opaque;
    } else if (node.properties['lang'] !== undefined) {
      if (open) open.text += textOf(node).replace(/[^ ]/g, 'A');
    } else if (block.test(node.tagName)) {
      walkChildren(node, ours, undefined);
    } else walkChildren(node, ours, open);
  }

  function walkChildren(parent: Parents, ours: boolean, open: Passage | undefined): void {
    let current = open;
    for (const child of parent.children) {
      if (!current && ours) {
        current = {
          text: '',
          start: parent.position?.start ?? child.position?.start,
          end: parent.position?.end.offset,
        };
        passages.push(current);
      }
      walk(child as Nodes, ours, current);
      if (!open && child.type === 'element' && block.test(child.tagName)) current = undefined;
    }
  }

  function listAttributes(node: JsxElement): void {
    for (const name of spoken) {
      const text = readAttribute(node, name);
      if (text === undefined || (name === 'correction' && node.name === 'Lemma')) continue;
      passages.push({ text, start: node.position?.start, end: node.position?.end.offset });
    }
  }
}

function isOpaque(node: Element): boolean {
  const names = node.properties['className'];
  const formula = Array.isArray(names) && names.some((name) => /^(katex|equation)/.test(String(name)));
  return formula || /^(code|pre|svg|math)$/.test(node.tagName);
}

function textOf(node: Nodes): string {
  if (node.type === 'text') return node.value;
  return 'children' in node ? node.children.map((child) => textOf(child as Nodes)).join('') : '';
}
