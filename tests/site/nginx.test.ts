import { readFileSync } from 'node:fs';
import { Agent, get, type IncomingHttpHeaders } from 'node:http';
import path from 'node:path';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { caching, securityHeaders, types } from '../../src/publish/hosting/answers.ts';
import type { RunningServer } from '../../scripts/serve.ts';
import { listAllFiles, listFiles } from './read-dist.ts';
import { hasBrotli, nginx, serveWithNginx } from './serve-with-nginx.ts';

/*
 * The site behind a real nginx, with the configuration of deploy/nginx. Nobody can install one without being
 * root, so a machine without is left to pass, and told; where one is promised, by REQUIRE_NGINX, its absence
 * fails.
 */
if (!nginx) {
  test('nginx is missing here, and nobody promised it: its answers are not tested', () => {
    console.warn('nginx is missing: its configuration is not tested. On Debian: apt-get install nginx-light');
    expect(process.env['REQUIRE_NGINX']).toBeUndefined();
  });
}

interface Answer {
  status: number | undefined;
  headers: IncomingHttpHeaders;
  body: Buffer;
}

const agent = new Agent({ keepAlive: true, maxSockets: 50 });

const knownTypes: Record<string, string> = {
  ...types,
  css: 'text/css; charset=utf-8',
  html: 'text/html; charset=utf-8',
  js: 'application/javascript; charset=utf-8',
  json: 'application/json; charset=utf-8',
  png: 'image/png',
  svg: 'image/svg+xml',
  txt: 'text/plain; charset=utf-8',
  xml: 'text/xml; charset=utf-8',
};

describe.each(nginx ? (['plain', 'placed'] as const) : [])('nginx with the build "%s"', (name) => {
  const { dist, base } = inject('sites')[name];
  let server: RunningServer;
  beforeAll(async () => {
    server = await serveWithNginx(dist, base);
  });
  afterAll(() => server.close());

  const files = listFiles(dist);
  const ask = (address: string, headers: Record<string, string> = {}): Promise<Answer> =>
    request(new URL(address, server.address), headers);

  test('sends every file at its address, with its type, caching and all headers', async () => {
    const wrong: unknown[] = [];
    for (const file of files) {
      const { status, headers, body } = await ask(addressOf(file));
      const type = knownTypes[path.extname(file).slice(1)];
      const expected = {
        status: 200,
        type: type ?? headers['content-type'],
        caching: file.startsWith('_astro/') ? caching.hashed : caching.other,
        security: Object.values<string>(securityHeaders),
        same: true,
      };
      const got = {
        status,
        type: headers['content-type'],
        caching: headers['cache-control'],
        security: Object.keys(securityHeaders).map((key) => headers[key.toLowerCase()]),
        same: body.equals(readFileSync(path.join(dist, file))),
      };
      if (JSON.stringify(got) !== JSON.stringify(expected)) wrong.push({ file, got });
    }
    expect(wrong).toEqual([]);
    expect(files.length).toBeGreaterThan(100);
  });

  test('sends the compressed files that the build has made, to whom they are of use', async () => {
    const all = new Set(listAllFiles(dist));
    const encodings = [
      ['gzip', '.gz', gunzipSync],
      ...(hasBrotli ? [['br', '.br', brotliDecompressSync] as const] : []),
    ] as const;
    const compressed = files.filter((file) => all.has(`${file}.gz`));
    expect(compressed).toContain('index.html');
    const wrong: unknown[] = [];
    for (const file of compressed)
      for (const [encoding, ending, decode] of encodings) {
        const { headers, body } = await ask(addressOf(file), { 'accept-encoding': encoding });
        const told = [headers['content-encoding'], headers.vary];
        const sent = body.equals(readFileSync(path.join(dist, file + ending)));
        const meant = sent && decode(body).equals(readFileSync(path.join(dist, file)));
        if (told.join() !== `${encoding},Accept-Encoding` || !meant) wrong.push({ file, told, sent, meant });
      }
    expect(wrong).toEqual([]);
  });

  test('confirms what a browser has already, without sending it again', async () => {
    const { headers } = await ask('maths/');
    const again = await ask('maths/', { 'if-none-match': headers.etag ?? '' });
    expect([again.status, again.body.length]).toEqual([304, 0]);
    expect(again.headers['cache-control']).toBe(caching.other);
  });

  test.each(['no-such-page/', 'no-such-page', 'maths/no', '_astro/no.js', '_astro/', 's/', '.git/config'])(
    'answers %j with the page for what is missing, which no one keeps',
    async (address) => {
      const { status, headers, body } = await ask(address);
      expect(status).toBe(404);
      expect(body.equals(readFileSync(path.join(dist, '404.html')))).toBe(true);
      expect(headers['content-type']).toBe('text/html; charset=utf-8');
      expect(headers['cache-control']).toBe(caching.other);
      for (const [key, value] of Object.entries(securityHeaders))
        expect(headers[key.toLowerCase()]).toBe(value);
    },
  );

  test('leads from a missing slash to the page, whatever the host is called, the query kept', async () => {
    const folders = files.flatMap((file) => /^(.+)\/index\.html$/.exec(file)?.[1] ?? []);
    const led = await Promise.all(
      folders.map(async (folder) => {
        const { status, headers } = await ask(`${folder}?a=1`, { host: 'proxied.example' });
        return `${status} ${headers.location}`;
      }),
    );
    expect(led).toEqual(folders.map((folder) => `301 ${base}${folder}/?a=1`));
    if (base === '/') return;
    const { status, headers } = await ask(base.slice(0, -1));
    expect([status, headers.location]).toEqual([301, base]);
  });

  test('loses none of 2,000 requests, 50 at a time', async () => {
    const wanted = Array.from({ length: 2000 }, (_, index) => files[index % files.length] ?? '');
    const answers = await Promise.all(
      wanted.map(async (file) => {
        const { status, body } = await ask(addressOf(file), { 'accept-encoding': 'gzip' });
        return status === 200 && body.length > 0;
      }),
    );
    const empty = wanted.filter((file) => readFileSync(path.join(dist, file)).length === 0).length;
    expect(answers.filter(Boolean)).toHaveLength(2000 - empty);
  });
});

function addressOf(file: string): string {
  return file.replace(/(^|\/)index\.html$/, '$1') || '.';
}

/** Asks as it is told, and takes what comes as it is: `fetch` would decode it. */
function request(url: URL, headers: Record<string, string>): Promise<Answer> {
  return new Promise((resolve, reject) => {
    get(url, { agent, headers }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.once('error', reject);
      response.once('end', () => {
        resolve({ status: response.statusCode, headers: response.headers, body: Buffer.concat(chunks) });
      });
    }).once('error', reject);
  });
}
