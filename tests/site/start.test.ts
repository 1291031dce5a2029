import { spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { text } from 'node:stream/consumers';
import { expect, inject, onTestFinished, test } from 'vitest';

test('what npm start runs after the build says the address, and serves the book there', async () => {
  const { root, base } = inject('sites').placed;
  const start = (port: string, host = '') =>
    spawn(process.execPath, [path.join(root, 'scripts/serve.ts')], {
      env: { PATH: process.env['PATH'], PORT: port, HOST: host, BASE_PATH: '/a/b' },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
  const server = start('0');
  onTestFinished(() => void server.kill());
  const [said] = (await once(server.stdout, 'data')) as [Buffer];
  const address = /http:\S+/.exec(said.toString())?.[0] ?? '';
  expect(new URL(address).pathname).toBe(base);

  const cover = await fetch(address);
  expect([cover.status, (await cover.text()).includes('国内')]).toEqual([200, true]);
  const lost = await fetch(`${address}no-such-page/`);
  expect([lost.status, (await lost.text()).includes('<main')]).toEqual([404, true]);

  const { hostname, port } = new URL(address);
  expect(hostname).toBe('127.0.0.1');
  expect(await text(start(port).stderr)).toBe(
    `Port ${port} is taken. Set PORT to another, as in PORT=8080 npm run serve.\n`,
  );
  expect(await text(start('0', '192.0.2.1').stderr)).toContain('HOST must be an address of this machine');
});
