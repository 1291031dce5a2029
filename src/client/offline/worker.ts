import { findKept, onlineOnly, type Edition } from './addresses.ts';
import { network, tabStore } from './tab-store.ts';
import { readStore } from './read-store.ts';
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
 * - Of a book that is too large to be kept as a whole, the version is the cover and what every page needs. All else
 *   comes from the network, and what was read is kept for when there is none.
 */
declare const edition: Edition;
declare const self: WorkerScope;

const { version, files, whole } = edition;
const { scope } = self.registration;
const store = versionStore(scope);
const tabs = tabStore(scope);
const read = readStore(scope);

/** Files whose names have a hash of their content: what is kept of them is right for good. */
const named = /^_astro\//;

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
async function open(event: FetchEvent, path: string): Promise<Response> {
  const { request, resultingClientId } = event;
  const address = findKept(path, files);
  if (address === `${path}/`) return Response.redirect(scope + address + new URL(request.url).search);
  // Before the answer, so that no worker that takes over meets a page that it does not know.
  const say = (of: string): Promise<void> => tabs.remember(resultingClientId, of).catch(() => undefined);

  const page = address === undefined ? undefined : await find(version, address);
  if (page) {
    await say(version);
    return page;
  }
  if (!whole && !onlineOnly.test(path)) {
    await say(version);
    return readOn(event, path);
  }
  // Not kept, or newer than this version: then all that it loads is to come from the network as well.
  const answer = await fetch(request).catch(() => undefined);
  await say(answer ? network : version);
  if (answer) return answer;
  const lost = onlineOnly.test(path) ? undefined : await find(version, '404.html');
  return lost ? new Response(lost.body, { status: 404, headers: lost.headers }) : Response.error();
}

/** Answers with a file that a page loads: of the version of the page. */
async function load(event: FetchEvent, path: string): Promise<Response> {
  const { request, clientId } = event;
  const of = (await tabs.versionOf(clientId).catch(() => undefined)) ?? version;
  const kept = of === network ? undefined : await find(of, path);
  return kept ?? (!whole && named.test(path) ? readOn(event, path) : fetch(request));
}

/** Answers from the network, and keeps what comes; without one, with what was kept. */
async function readOn(event: FetchEvent, path: string): Promise<Response> {
  const url = scope + path;
  const known = named.test(path) ? await read.find(url).catch(() => undefined) : undefined;
  if (known) return known;
  const answer = await fetch(event.request).catch(() => undefined);
  if (answer?.ok && !answer.redirected) {
    const copy = answer.clone();
    event.waitUntil(read.keep(url, copy).catch(() => undefined));
  }
  if (answer) return answer;
  const kept = await read.find(url).catch(() => undefined);
  return kept ?? (await find(version, '404.html')) ?? Response.error();
}

/** Where storage fails there is the network. */
async function find(of: string, address: string): Promise<Response | undefined> {
  return store.find(of, address).catch(() => undefined);
}

/** Deletes the versions that no page is of; not while another worker is filling its own. */
async function tidy(): Promise<void> {
  const open = await tabs.tidy(async (id) => Boolean(await self.clients.get(id)));
  const { installing, waiting } = self.registration;
  if (!installing && !waiting) await store.retainOnly(open.add(version));
}
