import { findKept, onlineOnly, type Edition } from './addresses.ts';
import { network, tabStore } from './tab-store.ts';
import { versionStore } from './version-store.ts';
import type { FetchEvent, WorkerScope } from './worker-scope.ts';

/**
 * The service worker: it keeps the book for reading without a network, always as one whole version.
 *
 * - A page comes from the version that is kept, online too: that is quick, and what it loads later fits it. The
 *   browser looks for a new worker each time that a page is opened.
 * - A new version is fetched as a whole beside the old one, each file held against its hash, and then takes over at
 *   once (`skipWaiting`): tabs with a book stay open for weeks, and a reader must not wait for corrections until
 *   the last one is closed. The next page that is opened is of the new version.
 * - A page that is open goes on with the files of its own version, which stays for as long as such a page does.
 * - The first version takes the pages that are open already (`claim`), so that their search works without a network;
 *   later there is nothing to take but what came from the network on purpose.
 */
declare const edition: Edition;
declare const self: WorkerScope;

const { version, files } = edition;
const { scope } = self.registration;
const store = versionStore(scope);
const tabs = tabStore(scope);

self.addEventListener('install', (event) => {
  event.waitUntil(install());
});
self.addEventListener('activate', (event) => {
  event.waitUntil(claimFirst().catch(() => undefined));
});
self.addEventListener('fetch', (event) => {
  const { method, headers, url, mode } = event.request;
  if (method !== 'GET' || headers.has('range') || !url.startsWith(scope)) return;
  const path = url.slice(scope.length).replace(/[?#].*/, '');
  if (mode !== 'navigate') {
    event.respondWith(load(event, path));
    return;
  }
  const response = open(event, path);
  event.respondWith(response);
  event.waitUntil(response.then(tidy).catch(() => undefined));
});

async function install(): Promise<void> {
  const { connection } = navigator as { connection?: { saveData: boolean } };
  if (connection?.saveData) throw new Error('The reader saves data.');
  await store.fill(edition);
  await self.skipWaiting();
}

async function claimFirst(): Promise<void> {
  if (await tabs.exists()) return;
  await self.clients.claim();
  for (const { id } of await self.clients.matchAll()) await tabs.remember(id, version);
}

/** Answers with a page. */
async function open({ request, resultingClientId }: FetchEvent, path: string): Promise<Response> {
  const address = findKept(path, files);
  if (address === `${path}/`) return Response.redirect(scope + address + new URL(request.url).search);
  // Before the answer, so that no worker that takes over meets a page that it does not know.
  const say = (of: string): Promise<void> => tabs.remember(resultingClientId, of).catch(() => undefined);

  const page = address === undefined ? undefined : await find(version, address);
  if (page) {
    await say(version);
    return page;
  }
  // Not kept, or newer than this version: then all that it loads is to come from the network as well.
  const answer = await fetch(request).catch(() => undefined);
  await say(answer ? network : version);
  if (answer) return answer;
  const lost = onlineOnly.test(path) ? undefined : await find(version, '404.html');
  return lost ? new Response(lost.body, { status: 404, headers: lost.headers }) : Response.error();
}

/** Answers with a file that a page loads: of the version of the page. */
async function load({ request, clientId }: FetchEvent, path: string): Promise<Response> {
  const of = (await tabs.versionOf(clientId).catch(() => undefined)) ?? version;
  return (of === network ? undefined : await find(of, path)) ?? fetch(request);
}

/** Where storage fails there is the network. */
async function find(of: string, address: string): Promise<Response | undefined> {
  return store.find(of, address).catch(() => undefined);
}

/** Deletes the versions that no page is of; not while another worker is filling its own. */
async function tidy(): Promise<void> {
  const open = await tabs.tidy(async (id) => Boolean(await self.clients.get(id)));
  const { installing, waiting } = self.registration;
  if (!installing && !waiting) await store.keepOnly(open.add(version));
}
