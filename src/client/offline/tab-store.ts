/** What stands for the version of a page that came from the network. */
export const network = '';

/**
 * Remembers which version each open page is of. In a cache, since the browser ends workers as it likes and a
 * worker has no other memory that is as simple.
 */
export interface TabStore {
  /** Was anything ever remembered? */
  exists(): Promise<boolean>;
  remember(id: string, version: string): Promise<void>;
  /** Undefined for a page that is not known. */
  versionOf(id: string): Promise<string | undefined>;
  /** Forgets the pages that are closed, and says which versions the others are of. */
  tidy(isOpen: (id: string) => Promise<boolean>): Promise<Set<string>>;
}

/** @param scope where the book stands */
export function tabStore(scope: string): TabStore {
  const cacheName = `tabs ${scope}`;
  return {
    exists: () => caches.has(cacheName),
    remember: async (id, version) => (await caches.open(cacheName)).put(scope + id, new Response(version)),
    versionOf: async (id) => (await caches.match(scope + id, { cacheName }))?.text(),
    tidy: async (isOpen) => {
      const cache = await caches.open(cacheName);
      const versions = new Set<string>();
      for (const { url } of await cache.keys())
        if (await isOpen(url.slice(scope.length)))
          versions.add((await (await cache.match(url))?.text()) ?? '');
        else await cache.delete(url);
      return versions;
    },
  };
}
