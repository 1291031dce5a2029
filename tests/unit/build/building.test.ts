import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readdir } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { text } from 'node:stream/consumers';
import { expect, test } from 'vitest';

test('a build that ends while its threads write leaves nothing half done', async () => {
  const root = await mkdtemp(path.join(os.tmpdir(), 'edition-building-'));
  const build = spawn(process.execPath, [path.join(import.meta.dirname, 'end-while-writing.ts'), root]);
  const [said, [code]] = await Promise.all([text(build.stderr), once(build, 'close')]);
  expect(said).toBe('');
  expect(code).toBe(1);
  expect(await readdir(path.join(root, '.building'))).toEqual(['lock']);
});
