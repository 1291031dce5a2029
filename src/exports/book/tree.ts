import type { Element, ElementContent, Nodes, Parents } from 'hast';
import { SKIP, visit } from '../../build/visit.ts';

/** Is it an element with this class? */
export function hasClass(node: Nodes, name: string): boolean {
  if (node.type !== 'element') return false;
  const names = node.properties['className'];
  return Array.isArray(names) && names.includes(name);
}

/** Is it an element that says itself that it is the editors'? */
export function isEditorial(node: Nodes): boolean {
  return node.type === 'element' && node.properties['dataLayer'] === 'editorial';
}

/** The first element below a node that is wanted. */
export function findElement(root: Nodes, wanted: (element: Element) => boolean): Element | undefined {
  if (root.type === 'element' && wanted(root)) return root;
  if (!('children' in root)) return undefined;
  for (const child of root.children) {
    const found = findElement(child, wanted);
    if (found) return found;
  }
  return undefined;
}

/** All elements below a node that are wanted, in document order. */
export function findElements(root: Nodes, wanted: (element: Element) => boolean): Element[] {
  const found: Element[] = [];
  const walk = (node: Nodes): void => {
    if (node.type === 'element' && wanted(node)) found.push(node);
    if ('children' in node) node.children.forEach(walk);
  };
  walk(root);
  return found;
}

/** The elements that stand directly in one. */
export function elementsOf(node: ElementContent | undefined): Element[] {
  if (node?.type !== 'element') return [];
  return node.children.filter((child) => child.type === 'element');
}

/** A copy of a tree; structuredClone() takes ten times as long. */
export function copyTree<Tree extends Nodes>(node: Tree): Tree {
  const copy = { ...node };
  if ('properties' in copy) copy.properties = { ...copy.properties };
  if ('children' in copy) copy.children = copy.children.map(copyTree) as typeof copy.children;
  return copy;
}

/**
 * Puts something else in the place of elements; what is put there is not looked at again.
 *
 * @param replace gives what stands instead, nothing to take the element away, and undefined to leave it
 */
export function replaceElements(
  root: Parents,
  replace: (element: Element, ancestors: readonly Parents[]) => ElementContent[] | undefined,
): void {
  const ancestors: Parents[] = [];
  function walk(parent: Parents): void {
    ancestors.push(parent);
    parent.children = parent.children.flatMap((child): ElementContent[] => {
      if (child.type !== 'element') return [child as ElementContent];
      const instead = replace(child, ancestors);
      if (instead) return instead;
      walk(child);
      return [child];
    });
    ancestors.pop();
  }
  walk(root);
}

/** The text of a title or label: what is marked as unseen, and the editors' § before it, left out. */
export function plainText(node: Nodes): string {
  let text = '';
  visit(node, (inner) => {
    if (hasClass(inner, 'unseen')) return SKIP;
    if (inner.type === 'text') text += inner.value;
    return undefined;
  });
  return text
    .replace(/[\u200b\u2060]/g, '')
    .replace(/\s+/g, ' ')
    .trim();
}
