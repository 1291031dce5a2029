import { beforeEach, expect, test, vi } from 'vitest';

const scope = 'https://book.example/';

/** The caches of a browser, by name; in each, what is kept under which address. */
let kept: Map<string, Map<string, Response>>;
const registration = { scope, installing: null as object | null, waiting: null as object | null };
const listeners = new Map<string, (event: object) => void>();

function open(name: string): object {
  const own = kept.get(name) ?? new Map<string, Response>();
  kept.set(name, own);
  return {
    match: async (url: string) => own.get(url),
    put: async (url: string, response: Response) => void own.set(url, response),
    delete: async (url: string) => own.delete(url),
    keys: async () => [...own.keys()].map((url) => ({ url })),
  };
}

beforeEach(async () => {
  kept = new Map(
    ['new', 'old'].map((version) => [
      `edition ${scope} ${version}`,
      new Map([[scope, new Response(version)]]),
    ]),
  );
  vi.stubGlobal('edition', { version: 'new', files: { '': 'hash' }, whole: true });
  vi.stubGlobal('self', {
    registration,
    clients: { get: async () => undefined },
    addEventListener: (type: string, listener: (event: object) => void) => listeners.set(type, listener),
  });
  vi.stubGlobal('caches', {
    open: async (name: string) => open(name),
    keys: async () => [...kept.keys()],
    delete: async (name: string) => kept.delete(name),
    match: async (url: string, { cacheName }: { cacheName: string }) => kept.get(cacheName)?.get(url),
  });
  vi.resetModules();
  await import('../../../../src/client/offline/worker.ts');
});

/** What the worker answers the cover with; undefined when it leaves the request to the browser. */
async function ask(headers: Record<string, string> = {}): Promise<string | undefined> {
  let answer: Promise<Response> | undefined;
  const done: Promise<unknown>[] = [];
  listeners.get('fetch')?.({
    request: { method: 'GET', headers: new Headers(headers), url: scope, mode: 'navigate' },
    resultingClientId: 'tab',
    respondWith: (response: Promise<Response>) => (answer = response),
    waitUntil: (promise: Promise<unknown>) => done.push(promise),
  });
  await Promise.all(done);
  return (await answer)?.text();
}

test('a page comes from the version that is kept, and a part of a file from the network', async () => {
  expect(await ask()).toBe('new');
  expect(await ask({ range: 'bytes=0-9' })).toBeUndefined();
});

test.each([
  ['no version is being filled', {}, ['new']],
  ['another worker is filling its own', { installing: {} }, ['new', 'old']],
  ['another worker is waiting', { waiting: {} }, ['new', 'old']],
])('versions that no page is of are deleted: %s', async (_, others, versions) => {
  Object.assign(registration, { installing: null, waiting: null }, others);
  await ask();
  expect([...kept.keys()].flatMap((name) => /^edition \S+ (.+)/.exec(name)?.[1] ?? [])).toEqual(versions);
});
