import { followMoves, type ListedAnchor } from '../../book/anchor-list.ts';
import { nearest } from '../../build/nearest.ts';
import type { Problem } from '../../build/problem.ts';

export const anchorsFile = 'content/anchors.txt';

/**
 * Finds addresses that readers may have kept and that lead nowhere any more, and moves that lead nowhere.
 *
 * @param listed lines of `content/anchors.txt`
 * @param anchors addresses that the book has
 */
export function judgeAnchorList(listed: ListedAnchor[], anchors: ReadonlySet<string>): Problem[] {
  const byAddress = new Map(listed.map((line) => [line.address, line]));
  const near = (address: string) => {
    // A name is more often changed than a page.
    const [page = ''] = address.split('#');
    const here = nearest(
      address,
      [...anchors].filter((anchor) => anchor.startsWith(`${page}#`)),
    );
    return [...new Set([...here, ...nearest(address, anchors)])].slice(0, 3);
  };

  return listed.flatMap(({ address, movedTo, line }): Problem[] => {
    const place = { file: anchorsFile, line, column: 1 };
    if (movedTo !== undefined && anchors.has(address))
      return [
        {
          ...place,
          rule: 'anchor-moved-and-there',
          reason: `${address} is said to have moved to ${movedTo}, but the book has it.`,
          remedy: `Give what stands there now another id, or delete “-> ${movedTo}”.`,
        },
      ];
    const target = followMoves(address, byAddress);
    if (anchors.has(target)) return [];
    return [
      target === address
        ? {
            ...place,
            rule: 'anchor-gone',
            reason: `${address} is an address of the book, and nothing stands there any more.`,
            remedy: `Give it back; or, if it goes by another name now, say so in this line: ${address} -> /page/#new-id`,
            candidates: near(address),
          }
        : {
            ...place,
            rule: 'anchor-moved-nowhere',
            reason: `${address} is said to have moved to ${target}, which the book does not have.`,
            remedy: 'Correct the address behind the arrow.',
            candidates: near(target),
          },
    ];
  });
}

/**
 * Finds addresses that nobody would miss, because they are not listed.
 *
 * @param listed lines of `content/anchors.txt`
 * @param anchors addresses that the book has
 */
export function judgeUnlistedAnchors(listed: ListedAnchor[], anchors: ReadonlySet<string>): Problem[] {
  const known = new Set(listed.map(({ address }) => address));
  const unlisted = [...anchors].filter((anchor) => !known.has(anchor));
  if (!unlisted.length) return [];
  const shown = unlisted.slice(0, 5).join(', ') + (unlisted.length > 5 ? ', …' : '');
  return [
    {
      file: anchorsFile,
      rule: 'anchor-unlisted',
      reason: `The book has ${unlisted.length} addresses that are not listed: ${shown}`,
      remedy: 'Run “npm run anchors”, look at what it adds, and commit the file.',
    },
  ];
}
