import { cp, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { RunningServer } from '../../scripts/serve.ts';
import { runServer } from './run-server.ts';

const recipe = path.resolve(import.meta.dirname, '../../deploy/caddy/Caddyfile');

/** Serves a built site with Caddy as deploy/README.md says, but for the port, the folder of /srv, and TLS. */
export async function serveWithCaddy(dist: string, base: string): Promise<RunningServer> {
  return runServer(base, async (folder, port) => {
    const site = (await readFile(recipe, 'utf8'))
      .replace('book.example {', `http://:${port} {\n\tbind 127.0.0.1`)
      .replaceAll('/srv/book', path.join(folder, 'srv/book'))
      .replaceAll(' /_astro/*', ` ${base}_astro/*`)
      .replaceAll(' /404.html', ` ${base}404.html`);
    await cp(dist, path.join(folder, 'srv/book', base), { recursive: true });
    const file = path.join(folder, 'Caddyfile');
    await writeFile(file, `{\n\tadmin off\n\tauto_https off\n}\n${site}`);
    return {
      command: ['caddy', 'run', '--adapter', 'caddyfile', '--config', file],
      env: { XDG_CONFIG_HOME: folder, XDG_DATA_HOME: folder },
    };
  });
}
