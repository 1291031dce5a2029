import { createHash } from 'node:crypto';
import type { Root } from 'hast';
import { visit } from '../build/visit.ts';
import type { VFile } from 'vfile';
import { frontmatterOf } from './frontmatter.ts';

/**
 * Moves every inline style into a class, so that the page needs no `unsafe-inline`. The class is named by
 * its declarations, hence the same on every page and in every build; the rules go to the page's head by
 * way of the frontmatter (`styles`). Exports, which have other rules, are told of alignment by `data-align`.
 *
 *     <span class="strut" style="height:1em">   →   <span class="strut s1x2y3z">
 *     frontmatter.styles                        →   { s1x2y3z: 'height:1em' }
 *
 * Order: after all plugins that write inline styles (rehype-katex).
 */
export function rehypeStaticStyles() {
  return (tree: Root, file: VFile): void => {
    const styles: Record<string, string> = {};
    visit(tree, 'element', (node) => {
      const { style } = node.properties;
      if (style === undefined) return;
      delete node.properties['style'];
      const declarations = normalise(String(style));
      if (!declarations) return;
      const [, align] = /\btext-align:(left|center|right)\b/.exec(declarations) ?? [];
      if (align) node.properties['dataAlign'] = align;
      const name = `s${createHash('sha256').update(declarations).digest('hex').slice(0, 7)}`;
      const classes = node.properties['className'];
      node.properties['className'] = [...(Array.isArray(classes) ? classes : []), name];
      styles[name] = declarations;
    });
    frontmatterOf(file)['styles'] = styles;
  };
}

function normalise(style: string): string {
  return style
    .split(';')
    .map((declaration) => declaration.trim().replace(/\s*:\s*/, ':'))
    .filter(Boolean)
    .sort()
    .join(';');
}
