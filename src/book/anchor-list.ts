/** A line of `content/anchors.txt`. */
export interface ListedAnchor {
  /** `/maths/`, `/maths/#eq-loss`. */
  address: string;
  /** Where what stood there is now; undefined while it stands there. */
  movedTo: string | undefined;
  /** 1-based. */
  line: number;
}

/**
 * Reads the list of all addresses of the book: one a line, `old -> new` where one has moved, and lines that
 * begin with `# `, which are for people.
 */
export function readAnchorList(text: string): ListedAnchor[] {
  return text.split('\n').flatMap((written, index) => {
    const [address = '', movedTo] = written.trim().split(/\s+->\s+/);
    return address.startsWith('/') ? [{ address, movedTo, line: index + 1 }] : [];
  });
}

/**
 * Follows an address to where what stood there is now: by its own line, else by that of its page, which takes
 * all its fragments along.
 *
 * @param listed by address
 * @returns the address itself when nothing says that it has moved
 */
export function followMoves(address: string, listed: ReadonlyMap<string, ListedAnchor>): string {
  const [page = '', fragment] = address.split('#');
  const ofPage = fragment === undefined ? undefined : listed.get(page)?.movedTo;
  return listed.get(address)?.movedTo ?? (ofPage === undefined ? address : `${ofPage}#${fragment}`);
}
