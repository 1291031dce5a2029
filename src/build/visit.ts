import type { Node, Parent } from 'unist';
import { CONTINUE, EXIT, SKIP, type BuildVisitor } from 'unist-util-visit';

export { SKIP };

type AnyVisitor = (node: Node, index: number | undefined, parent: Parent | undefined) => unknown;

/**
 * `visit()` of unist-util-visit, as far as it is used here. That one gives a new function a new name for each node, and
 * looks for the node among its siblings: of compiling a chapter, through which some thirty plugins walk, this was two
 * fifths.
 *
 * @param type of the nodes that are visited, when not all are
 * @param visitor may give EXIT, SKIP, or the index of the sibling to go on with
 */
export function visit<Tree extends Node>(tree: Tree, visitor: BuildVisitor<Tree>): void;
export function visit<Tree extends Node, Type extends string>(
  tree: Tree,
  type: Type,
  visitor: BuildVisitor<Tree, Type>,
): void;
export function visit(tree: Node, ...rest: [visitor: unknown] | [type: string, visitor: unknown]): void {
  const visitor = rest.at(-1) as AnyVisitor;
  walk(tree, undefined, undefined, rest.length > 1 ? (rest[0] as string) : undefined, visitor);
}

/** @returns EXIT, or the index of the sibling to go on with; undefined for the next */
function walk(
  node: Node,
  index: number | undefined,
  parent: Parent | undefined,
  type: string | undefined,
  visitor: AnyVisitor,
): typeof EXIT | number | undefined {
  const said = type === undefined || node.type === type ? visitor(node, index, parent) : CONTINUE;
  if (said === EXIT) return EXIT;
  const children = (node as Partial<Parent>).children;
  if (children && said !== SKIP)
    for (let at = 0; at >= 0 && at < (node as Parent).children.length;) {
      const next = walk((node as Parent).children[at] as Node, at, node as Parent, type, visitor);
      if (next === EXIT) return EXIT;
      at = next ?? at + 1;
    }
  return typeof said === 'number' ? said : undefined;
}
