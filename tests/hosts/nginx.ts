import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { cp, mkdir, readFile, symlink, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import type { RunningServer } from '../../scripts/serve.ts';
import { runServer } from './run-server.ts';

const recipes = path.resolve(import.meta.dirname, '../../deploy/nginx');

/** Where Debian keeps the module that sends `.br` files. */
const brotliModule = '/usr/lib/nginx/modules/ngx_http_brotli_static_module.so';

export const hasBrotli = existsSync(brotliModule);

/** The table of types that its package brings, on Debian and most others. */
const mimeTypes = '/etc/nginx/mime.types';

/** The nginx of this machine; undefined when it has none. */
export const nginx: string | undefined = existsSync(mimeTypes)
  ? ['/usr/sbin/nginx', 'nginx'].find((name) => spawnSync(name, ['-v']).status === 0)
  : undefined;

/**
 * Serves a built site with nginx and the configuration of deploy/nginx, as its head says, but for what a test
 * cannot have: the port, the folders of /etc and /srv, and, where the module is there, its line switched on.
 *
 * @param dist folder of the built site
 * @param base `/` or `/a/b/`, the two that there are configurations for
 * @throws Error with what nginx said when it does not start
 */
export async function serveWithNginx(dist: string, base: string): Promise<RunningServer> {
  if (!nginx) throw new Error('There is no nginx on this machine. On Debian: apt-get install nginx-light');
  const program = nginx;
  return runServer(base, async (folder, port) => {
    const read = (name: string): Promise<string> => readFile(path.join(recipes, name), 'utf8');
    const site = (await read(base === '/' ? 'root.conf' : 'sub-path.conf'))
      .replaceAll('/srv/book', path.join(folder, 'srv/book'))
      .replaceAll('/etc/nginx/book/', path.join(folder, 'etc/book/'))
      .replace('listen 80;', `listen 127.0.0.1:${port};`)
      .replace('listen [::]:80;', '');
    const headers = (await read('headers.conf')).replace(/^# (?=brotli_static on)/m, hasBrotli ? '' : '# ');
    await mkdir(path.join(folder, 'etc/book'), { recursive: true });
    await mkdir(path.join(folder, 'srv'));
    await symlink(dist, path.join(folder, 'srv/book'));
    await cp(mimeTypes, path.join(folder, 'etc/mime.types'));
    await writeFile(path.join(folder, 'etc/book/headers.conf'), headers);
    await writeFile(path.join(folder, 'etc/nginx.conf'), frame(folder, site));
    return {
      command: [program, '-c', path.join(folder, 'etc/nginx.conf'), '-p', folder, '-e', 'stderr'],
      signal: 'SIGQUIT',
    };
  });
}

/** What Debian's /etc/nginx/nginx.conf has around a site, in a folder of its own. */
function frame(folder: string, site: string): string {
  const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'];
  return [
    ...(process.getuid?.() === 0 ? [`user ${os.userInfo().username};`] : []),
    'daemon off;',
    'worker_processes 2;',
    `pid ${folder}/nginx.pid;`,
    ...(hasBrotli ? [`load_module ${brotliModule};`] : []),
    'events { worker_connections 768; }',
    'http {',
    'sendfile on;',
    'access_log off;',
    'include mime.types;',
    'default_type application/octet-stream;',
    ...temporary.map((name) => `${name}_temp_path ${folder}/${name};`),
    site,
    '}',
    '',
  ].join('\n');
}
