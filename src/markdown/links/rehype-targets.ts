import type { Root } from 'hast';
import type { VFile } from 'vfile';
import { decodeAddress } from '../../build/decode-address.ts';
import { SKIP, visit } from '../../build/visit.ts';
import { isJsx } from '../jsx.ts';

/** Where links and pictures of the article lead on this site, by the addresses that the article gives them. */
export type Targets = Readonly<Record<string, string>>;

export interface TargetsOptions {
  /** Whose words stand in the components, by name. */
  layers: ReadonlyMap<string, 'article' | 'editorial'>;
  targetsOf: (file: string) => Targets;
}

/**
 * Leads links and pictures of the article to where the book's settings say, while its text stays as it is.
 *
 *     `#一背景`: '#background'   [背景](#一背景)   →   <a href="#background">背景</a>
 *
 * Order: before what lists, judges or numbers links and pictures.
 */
export function rehypeTargets({ layers, targetsOf }: TargetsOptions) {
  return (tree: Root, file: VFile): void => {
    const targets = targetsOf(file.path);
    if (!Object.keys(targets).length) return;
    visit(tree, (node) => {
      if (isJsx(node) && layers.get(node.name ?? '') !== 'article') return SKIP;
      if (node.type !== 'element') return undefined;
      for (const name of ['href', 'src']) {
        const address = node.properties[name];
        if (typeof address !== 'string') continue;
        const target = targets[address] ?? targets[decodeAddress(address)];
        if (target !== undefined) node.properties[name] = target;
      }
      return undefined;
    });
  };
}
