/**
 * The one order of the book: the cover, the chapters in the order of their files' names, the closing note. Cover and
 * closing note stand where they do whatever their files are called.
 *
 * @param keysOf what an entry goes by: its file's name, and its kind where that can be read
 */
export function inBookOrder<T>(
  entries: readonly T[],
  keysOf: (entry: T) => { name: string; kind: 'cover' | 'chapter' | 'closing' | undefined },
): T[] {
  const places = { cover: 0, chapter: 1, closing: 2 };
  return entries.toSorted((a, b) => {
    const [one, other] = [keysOf(a), keysOf(b)];
    return (
      places[one.kind ?? 'chapter'] - places[other.kind ?? 'chapter'] || (one.name < other.name ? -1 : 1)
    );
  });
}
