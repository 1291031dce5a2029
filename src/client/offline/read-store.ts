/** So many files are kept of what was read: the oldest go. A chapter is a page and a font or two. */
const most = 400;

/** Keeps what was read of a book that is too large to be kept as a whole. */
export interface ReadStore {
  /** Keeps a file as it came; one of the same address goes. */
  keep(url: string, response: Response): Promise<void>;
  find(url: string): Promise<Response | undefined>;
}

/**
 * One cache for all versions: a page is what the network last sent, and the files that it loads have their content's
 * hash in their names.
 *
 * @param scope where the book stands
 */
export function readStore(scope: string): ReadStore {
  const cacheName = `edition-read ${scope}`;
  return {
    keep: async (url, response) => {
      const cache = await caches.open(cacheName);
      await cache.delete(url);
      await cache.put(url, response);
      const kept = await cache.keys();
      for (const old of kept.slice(0, -most)) await cache.delete(old);
    },
    find: async (url) => caches.match(url, { cacheName }),
  };
}
