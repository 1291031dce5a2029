import { spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { expect, inject, onTestFinished, test } from 'vitest';

test('what npm start runs after the build says the address, and serves the book there', async () => {
  const { root, base } = inject('sites').placed;
  const server = spawn(process.execPath, [path.join(root, 'scripts/serve.ts')], {
    env: { PATH: process.env['PATH'], PORT: '0', BASE_PATH: '/a/b' },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  onTestFinished(() => void server.kill());
  const [said] = (await once(server.stdout, 'data')) as [Buffer];
  const address = /http:\S+/.exec(said.toString())?.[0] ?? '';
  expect(new URL(address).pathname).toBe(base);

  const cover = await fetch(address);
  expect([cover.status, (await cover.text()).includes('国内')]).toEqual([200, true]);
  const lost = await fetch(`${address}no-such-page/`);
  expect([lost.status, (await lost.text()).includes('<main')]).toEqual([404, true]);
});
