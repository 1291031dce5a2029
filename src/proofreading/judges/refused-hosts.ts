/** A host that nothing of the book may lead to, and why: an entry of `content/refused-sources.yaml`. */
export interface RefusedHost {
  host: string;
  reason: string;
}

/** The entry that refuses an address; undefined when none does, or when it is no address of the web. */
export function findRefused(url: unknown, refused: readonly RefusedHost[]): RefusedHost | undefined {
  // The protocol may be left out: //host/path.
  const host = typeof url === 'string' ? URL.parse(url, 'https://edition.invalid')?.hostname : undefined;
  return refused.find((entry) => host === entry.host || host?.endsWith(`.${entry.host}`));
}
