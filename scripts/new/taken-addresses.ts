import type { ListedAnchor } from '../../src/book/anchor-list.ts';

/** What each address of the book is taken by: `/maths/` → `content/chapters/05-maths.mdx`. */
export type TakenAddresses = ReadonlyMap<string, string>;

/**
 * Lists the addresses that nothing new may have: those of what is there, and those of what was, which readers
 * may have kept.
 *
 * @param chapters names of the chapters' files
 * @param fixed addresses of the editors' pages
 * @param keys of the references
 * @param listed lines of `content/anchors.txt`
 */
export function takenAddresses(
  chapters: Iterable<string>,
  fixed: Iterable<string>,
  keys: Iterable<string>,
  listed: Iterable<ListedAnchor>,
): TakenAddresses {
  return new Map([
    ...[...listed].map(({ address, movedTo, line }): [string, string] => [
      address,
      `content/anchors.txt:${line}${movedTo === undefined ? '' : `, which leads it to ${movedTo}`}`,
    ]),
    ...[...keys].map((key): [string, string] => [`/references/#${key}`, 'content/references.yaml']),
    ...[...fixed].map((address): [string, string] => [
      address,
      `src/pages${address.replace(/\/$/, '')}.astro`,
    ]),
    ...[...chapters].map((file): [string, string] => [
      `/${file.replace(/^\d+-|\.mdx$/g, '')}/`,
      `content/chapters/${file}`,
    ]),
  ]);
}

/** Says that an address is taken, and by what; undefined when it is free. */
export function describeTaken(address: string, taken: TakenAddresses): string | undefined {
  const by = taken.get(address);
  return by === undefined
    ? undefined
    : `${address} is taken by ${by}. An address stays what it is for good: choose another name.`;
}
