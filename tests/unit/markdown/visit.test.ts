import type { Node, Parent } from 'unist';
import { EXIT, SKIP, visit as original } from 'unist-util-visit';
import { expect, test } from 'vitest';
import { visit } from '../../../src/build/visit.ts';
import { mulberry32 } from '../../../src/lab/random.ts';

const kinds = ['root', 'element', 'text', 'math'];

function grow(random: () => number, depth: number): Node {
  const type = kinds[Math.floor(random() * kinds.length)] ?? '';
  if (depth === 0) return { type };
  const children = Array.from({ length: Math.floor(random() * 5) }, () => grow(random, depth - 1));
  return { type, children } as Node;
}

/** What a walk sees of a tree that its visitor changes, and the tree in the end. */
function walk(visitor: typeof visit, seed: number, type?: string): unknown {
  const random = mulberry32(seed);
  const tree = grow(random, 5) as Parent;
  const seen: unknown[] = [];
  const look = (node: Node, index: number | undefined, parent: Parent | undefined) => {
    seen.push([node.type, index, parent?.type, parent?.children.length]);
    const lot = random();
    if (lot < 0.02) return EXIT;
    if (lot < 0.2) return SKIP;
    if (lot < 0.3 && parent && index !== undefined) {
      parent.children.splice(index, 1);
      return index;
    }
    if (lot < 0.4 && parent && index !== undefined) {
      parent.children.splice(index, 1, { type: 'text' }, { type: 'math' });
      return index + 2;
    }
    return undefined;
  };
  if (type === undefined) visitor(tree, look);
  else visitor(tree, type, look);
  return { seen, tree };
}

test.each([undefined, 'element'])('a tree is walked as unist-util-visit walks it (%s)', (type) => {
  for (let seed = 1; seed <= 300; seed++)
    expect(walk(visit, seed, type)).toEqual(walk(original as typeof visit, seed, type));
});
