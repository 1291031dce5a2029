import { once } from 'node:events';
import { readdirSync } from 'node:fs';
import { mkdir, mkdtemp, rm, truncate, writeFile } from 'node:fs/promises';
import { connect } from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { securityHeaders, types } from '../../../src/publish/hosting/answers.ts';
import { serve, type RunningServer } from '../../../scripts/serve.ts';

let folder: string;
let dist: string;
const servers: Record<string, RunningServer> = {};

beforeAll(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'edition-serve-'));
  dist = path.join(folder, 'dist');
  await mkdir(path.join(dist, 'maths'), { recursive: true });
  await writeFile(path.join(dist, 'index.html'), 'cover');
  await writeFile(path.join(dist, '404.html'), 'lost');
  await writeFile(path.join(dist, 'maths', 'index.html'), 'maths');
  await writeFile(path.join(dist, '.nojekyll'), 'all that is published');
  await writeFile(path.join(folder, 'secret.txt'), 'secret');
  for (const extension of Object.keys(types)) await writeFile(path.join(dist, `file.${extension}`), 'file');
  await writeFile(path.join(dist, 'large'), '');
  await truncate(path.join(dist, 'large'), 20_000_000);
  for (const base of ['/', '/a/b/']) servers[base] = await serve({ dist, base, port: 0 });
});

afterAll(async () => {
  await Promise.all(Object.values(servers).map((server) => server.close()));
  await rm(folder, { recursive: true });
});

/** Sends what no client would, byte for byte, and returns all that comes. */
async function ask(base: string, request: string, ...headers: string[]): Promise<string> {
  const socket = connect(Number(new URL(servers[base]?.address ?? '').port), '127.0.0.1');
  socket.write([`${request} HTTP/1.1`, 'Host: x', 'Connection: close', ...headers, '', ''].join('\r\n'));
  return text(socket);
}

test.each([
  ['/', 'GET /', 200, 'cover'],
  ['/', 'GET /maths/?a=1', 200, 'maths'],
  ['/', 'GET /maths?a=1', 301, 'Location: /maths/?a=1\r\n'],
  ['/', 'GET /no-such-page/', 404, 'lost'],
  ['/', 'GET /maths/no', 404, 'lost'],
  ['/', 'GET /.nojekyll', 200, 'all that is published'],
  ['/', 'GET //', 200, 'cover'],
  ['/', 'GET ///', 200, 'cover'],
  ['/', 'GET http://[', 404, 'lost'],
  ['/', 'GET /\\[', 404, 'lost'],
  ['/', 'GET /300-bytes', 404, 'lost'],
  ['/', 'GET /300-bytes/', 404, 'lost'],
  ['/', 'GET /%00', 400, 'Bad Request'],
  ['/', 'GET /%', 400, 'Bad Request'],
  ['/', 'GET /%ff', 400, 'Bad Request'],
  ['/', 'GET /../secret.txt', 403, 'Forbidden'],
  ['/', 'GET /..%2fsecret.txt', 403, 'Forbidden'],
  ['/', 'GET //evil.example', 404, 'lost'],
  ['/', 'GET /\\evil.example', 404, 'lost'],
  ['/', 'GET //maths', 301, 'Location: /maths/\r\n'],
  ['/', 'GET //maths?a=//evil.example', 301, 'Location: /maths/?a=//evil.example\r\n'],
  ['/', 'GET //evil.example/../maths', 301, 'Location: /evil.example/../maths/\r\n'],
  ['/', 'GET /\\evil.example/../maths', 301, 'Location: /%5Cevil.example/../maths/\r\n'],
  ['/', 'POST /', 405, 'Allow: GET, HEAD\r\n'],
  ['/', 'PUT /maths/', 405, 'Allow: GET, HEAD\r\n'],
  ['/', 'DELETE /no-such-page/', 405, 'Allow: GET, HEAD\r\n'],
  ['/a/b/', 'GET /a/b/', 200, 'cover'],
  ['/a/b/', 'GET /a/b?a=1', 301, 'Location: /a/b/?a=1\r\n'],
  ['/a/b/', 'GET /a/b/maths?a=1', 301, 'Location: /a/b/maths/?a=1\r\n'],
  ['/a/b/', 'GET /', 404, 'lost'],
  ['/a/b/', 'GET /maths/', 404, 'lost'],
  ['/a/b/', 'GET /a/bc/', 404, 'lost'],
  ['/a/b/', 'GET //a/b/', 404, 'lost'],
])('at %s, "%s" is answered %d with "%s"', async (base, request, status, part) => {
  const answer = await ask(base, request.replace('300-bytes', 'a'.repeat(300)));
  expect(answer).toMatch(new RegExp(`^HTTP/1.1 ${status} `));
  expect(answer).toContain(part);
  expect(answer).not.toContain('secret');
});

test.each([
  ['bytes=1-2', 206, 'Content-Range: bytes 1-2/5\r\n', /\r\n\r\nov$/],
  ['bytes=-2', 206, 'Content-Range: bytes 3-4/5\r\n', /\r\n\r\ner$/],
  ['bytes=5-', 416, 'Content-Range: bytes */5\r\n', /Range Not Satisfiable/],
])('of the range %s is sent what there is', async (range, status, header, body) => {
  const answer = await ask('/', 'GET /', `Range: ${range}`);
  expect(answer).toMatch(new RegExp(`^HTTP/1.1 ${status} `));
  expect(answer).toContain(header);
  expect(answer).toMatch(body);
});

test.each(['GET /', 'GET /no-such-page/'])('%s has the headers that hosts are asked for', async (request) => {
  const answer = await ask('/', request);
  expect(answer).toContain('Content-Type: text/html; charset=utf-8\r\n');
  for (const [name, value] of Object.entries(securityHeaders))
    expect(answer).toContain(`${name}: ${value}\r\n`);
});

test.each(Object.entries(types))('the type of .%s is %s', async (extension, type) => {
  expect(await ask('/', `GET /file.${extension}`)).toContain(`Content-Type: ${type}`);
});

test.each(['/', '/no-such-page/'])('HEAD %s has no body', async (address) => {
  expect(await ask('/', `HEAD ${address}`)).toMatch(/\r\n\r\n$/);
});

test('downloads that are given up leave no file open', async () => {
  const open = (): number => readdirSync('/dev/fd').length;
  const before = open();
  for (let index = 0; index < 100; index++) {
    const socket = connect(Number(new URL(servers['/']?.address ?? '').port), '127.0.0.1');
    socket.write('GET /large HTTP/1.1\r\nHost: x\r\n\r\n');
    await once(socket, 'data');
    socket.destroy();
  }
  await expect.poll(open).toBeLessThan(before + 20);
});

describe('where it listens', () => {
  test('is this machine alone, unless it is told otherwise', async () => {
    const { hostname, port } = new URL(servers['/']?.address ?? '');
    expect(hostname).toBe('127.0.0.1');
    // Another address of every machine's own.
    await expect(once(connect(Number(port), '127.0.0.2'), 'connect')).rejects.toThrow('ECONNREFUSED');
    const told = await serve({ dist, base: '/', port: 0, host: 'localhost' });
    const answer = await fetch(told.address);
    await told.close();
    expect([new URL(told.address).hostname, await answer.text()]).toEqual(['localhost', 'cover']);
  });

  test('is not a port that is taken', async () => {
    const port = Number(new URL(servers['/']?.address ?? '').port);
    await expect(serve({ dist, base: '/', port })).rejects.toThrow('EADDRINUSE');
  });
});
