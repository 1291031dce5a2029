// Teaches the tree types about the nodes that MDX and maths add, and about mdast's way to name HTML attributes.
import 'mdast-util-math';
import 'mdast-util-mdx';
import 'mdast-util-to-hast';
