import type { Edition } from './addresses.ts';

/** How many files are asked for at the same time. */
const lanes = 4;

/** Keeps whole versions of the book, each in a cache of its own, of which the version is the name. */
export interface VersionStore {
  /** Fetches what is not there yet of a version. Afterwards it is there as a whole, or this fails. */
  fill(edition: Edition): Promise<void>;
  /** A file of a version. */
  find(version: string, address: string): Promise<Response | undefined>;
  /** Deletes all versions but some. */
  retainOnly(versions: ReadonlySet<string>): Promise<void>;
}

/**
 * @param scope where the book stands: its caches have that in their names, since a host may have several books
 */
export function versionStore(scope: string): VersionStore {
  const prefix = `edition ${scope} `;

  async function fill({ version, files }: Edition): Promise<void> {
    const own = await caches.open(prefix + version);
    const queue = Object.entries(files);
    const work = async (): Promise<void> => {
      for (let next = queue.pop(); next; next = queue.pop()) await keep(own, scope + next[0], next[1]);
    };
    await Promise.all(Array.from({ length: lanes }, work));
    // Counted anew: the reader may have cleared it, or another worker taken it for a remnant.
    const kept = await (await caches.open(prefix + version)).keys();
    if (kept.length !== Object.keys(files).length) throw new Error('The version is not whole.');
  }

  /**
   * Puts one file into the cache of its version. Whatever comes is held against the hash that the build gave it:
   * a host may send an older copy, or be in the midst of a change, and versions must not mix.
   */
  async function keep(own: Cache, url: string, hash: string): Promise<void> {
    if (await own.match(url)) return;
    const sources = [
      ...(await versions()).map((name) => async () => (await caches.open(name)).match(url)),
      () => fetch(url, { cache: 'no-cache', priority: 'low' }),
      // An unchanged file, says a host that looks at dates only.
      () => fetch(url, { cache: 'reload', priority: 'low' }),
    ];
    for (const source of sources) {
      const response = await source();
      const body = await response?.arrayBuffer();
      if (!response || !body || (await digest(body)) !== hash) continue;
      const headers = new Headers(response.headers);
      // They speak of what was on the wire; and with `Vary: *` nothing can be kept.
      for (const name of ['content-encoding', 'content-length', 'vary']) headers.delete(name);
      // Made anew, for a browser opens no page from an answer that was redirected.
      await own.put(url, new Response(body, { headers }));
      return;
    }
    throw new Error(`${url} is of another version.`);
  }

  async function versions(): Promise<string[]> {
    return (await caches.keys()).filter((name) => name.startsWith(prefix));
  }

  return {
    fill,
    find: async (version, address) => {
      // Not opened: that would make one where there is none.
      return caches.match(scope + address, { cacheName: prefix + version });
    },
    retainOnly: async (kept) => {
      for (const name of await versions())
        if (!kept.has(name.slice(prefix.length))) await caches.delete(name);
    },
  };
}

/** As the build writes it: the SHA-256 in hexadecimal. */
async function digest(content: ArrayBuffer): Promise<string> {
  return new Uint8Array(await crypto.subtle.digest('SHA-256', content)).reduce(
    (text, byte) => text + byte.toString(16).padStart(2, '0'),
    '',
  );
}
