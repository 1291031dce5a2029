import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { serve, type RunningServer } from '../../../scripts/serve.ts';

let folder: string;
let server: RunningServer;

beforeAll(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'edition-serve-'));
  const dist = path.join(folder, 'dist');
  await mkdir(path.join(dist, 'maths'), { recursive: true });
  await writeFile(path.join(dist, 'index.html'), 'cover');
  await writeFile(path.join(dist, '404.html'), 'lost');
  await writeFile(path.join(dist, 'maths', 'index.html'), 'maths');
  await writeFile(path.join(folder, 'secret.txt'), 'secret');
  server = await serve({ dist, base: '/a/b/', port: 0 });
});

afterAll(async () => {
  await server.close();
  await rm(folder, { recursive: true });
});

test.each([
  ['', 200, 'cover'],
  ['maths/', 200, 'maths'],
  ['maths', 200, 'maths'],
  ['no-such-page/', 404, 'lost'],
  ['..%2fsecret.txt', 404, 'lost'],
  ['%00', 404, 'lost'],
  ['%ff', 404, 'lost'],
  ['../../../', 404, 'lost'],
])('%j below the base path is answered %d with "%s"', async (address, status, text) => {
  const response = await fetch(server.address + address);
  expect([response.status, await response.text()]).toEqual([status, text]);
  expect(response.headers.get('content-type')).toBe('text/html; charset=utf-8');
});
