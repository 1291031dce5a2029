import type { Element, Root } from 'hast';
import type { Point } from 'unist';
import { SKIP, visit } from '../../build/visit.ts';
import { isAnnotationKind, rowOf } from '../../book/annotation-kinds.ts';
import { isJsx, readAttribute, type JsxElement } from '../../markdown/jsx.ts';

interface Found<T> {
  value: T;
  point: Point | undefined;
}

/** What a chapter offers to links and asks of the rest of the book. */
export interface Inventory {
  /** Ids that links can lead to. */
  anchors: Found<string>[];
  /** Ids of the rows that its notes have in the table of all errata. */
  rows: string[];
  /** `href` of links, as written: `/maths/#model`. */
  links: Found<string>[];
  images: Found<{ src: string; alt: string | undefined }>[];
  /** Their tags: what they wrap is not with them. */
  components: Found<JsxElement>[];
  /** Keys of references. */
  citations: Found<string>[];
}

/**
 * Lists what a compiled chapter holds. Ids within drawings are left out: they are the drawing's own.
 *
 * @param tree a chapter compiled for the base path `/`
 */
export function listInventory(tree: Root): Inventory {
  const inventory: Inventory = {
    anchors: [],
    rows: [],
    links: [],
    images: [],
    components: [],
    citations: [],
  };
  visit(tree, (node, _index, parent) => {
    // KaTeX and Mermaid write elements that have no place in the source.
    const point =
      node.position?.start ?? (parent && 'position' in parent ? parent.position?.start : undefined);
    if (isJsx(node)) addComponent(node, point, inventory);
    else if (node.type === 'element') {
      addElement(node, point, inventory);
      if (node.tagName === 'svg') {
        visit(node, 'element', (inner) => addLink(inner, point, inventory));
        return SKIP;
      }
    }
    return undefined;
  });
  return inventory;
}

function addElement(node: Element, point: Point | undefined, inventory: Inventory): void {
  const { id, src, alt } = node.properties;
  if (typeof id === 'string' && node.tagName !== 'svg') inventory.anchors.push({ value: id, point });
  if (node.tagName === 'img' && typeof src === 'string') {
    inventory.images.push({ value: { src, alt: typeof alt === 'string' ? alt : undefined }, point });
  }
  if (node.tagName !== 'svg') addLink(node, point, inventory);
}

function addLink(node: Element, point: Point | undefined, inventory: Inventory): void {
  const { href } = node.properties;
  // A heading's own number leads to itself.
  const own = Array.isArray(node.properties['className']) && node.properties['className'].includes('number');
  if (node.tagName === 'a' && typeof href === 'string' && !own) inventory.links.push({ value: href, point });
}

function addComponent(node: JsxElement, point: Point | undefined, inventory: Inventory): void {
  inventory.components.push({ value: tagOf(node), point });
  const id = readAttribute(node, 'id');
  if (id) inventory.anchors.push({ value: id, point });
  if (id && isAnnotationKind(node.name)) {
    inventory.anchors.push({ value: `${id}-ref`, point });
    inventory.rows.push(rowOf(id));
  }
  if (node.name === 'Cite') {
    const keys = (readAttribute(node, 'keys') ?? '').split(/\s+/).filter(Boolean);
    inventory.citations.push(...keys.map((value) => ({ value, point })));
  }
}

/** A component without what it wraps, which would be held, and kept, once for each component around it. */
function tagOf({ type, name, attributes }: JsxElement): JsxElement {
  const said = attributes.map((attribute) => ({ ...attribute, position: undefined }));
  return { type, name, attributes: said, children: [] } as JsxElement;
}
