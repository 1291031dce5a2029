import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, mkdtemp, readdir, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { text } from 'node:stream/consumers';
import { expect, onTestFinished, test, vi } from 'vitest';
import { startBuilding } from '../../../src/build/output/index.ts';

test('a build that ends while its threads write leaves nothing half done', async () => {
  const root = await mkdtemp(path.join(os.tmpdir(), 'edition-building-'));
  const build = spawn(process.execPath, [path.join(import.meta.dirname, 'end-while-writing.ts'), root]);
  const [said, [code]] = await Promise.all([text(build.stderr), once(build, 'close')]);
  expect(said).toBe('');
  expect(code).toBe(1);
  expect(await readdir(path.join(root, '.building'))).toEqual(['lock']);
});

test('a build puts back the old site that a killed one has set aside, and waits for its turn', async () => {
  const root = await mkdtemp(path.join(os.tmpdir(), 'edition-building-'));
  onTestFinished(() => rm(root, { recursive: true }));
  const dist = path.join(root, 'dist');
  await mkdir(path.join(root, '.building/before/old'), { recursive: true });
  const first = await startBuilding({ root, dist, onWait: () => undefined });
  expect(await readdir(dist)).toEqual(['old']);

  const waits = vi.fn();
  const order: string[] = [];
  const second = startBuilding({ root, dist, onWait: waits }).then((building) => {
    order.push('second begins');
    return building;
  });
  await vi.waitUntil(() => waits.mock.calls.length || order.length);
  await mkdir(path.join(first.site, 'new'), { recursive: true });
  order.push('first ends');
  await first.publish();
  const { site, publish } = await second;
  expect(order).toEqual(['first ends', 'second begins']);
  expect(await readdir(dist)).toEqual(['new']);
  await mkdir(site);
  await publish();
});
