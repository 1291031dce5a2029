import { cp, mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { RunningServer } from '../../scripts/serve.ts';
import { runServer } from './run-server.ts';

const recipes = path.resolve(import.meta.dirname, '../../deploy/apache');

/** Debian's own configuration, which the recipe is a part of. */
const debian = '/etc/apache2';

/** Serves a built site with Debian's Apache as deploy/README.md says, but for the port, and the folders of /srv and /var. */
export async function serveWithApache(dist: string, base: string): Promise<RunningServer> {
  return runServer(base, async (folder, port) => {
    const book = path.join(folder, 'srv/book');
    await cp(dist, path.join(book, base), { recursive: true });
    const htaccess = await readFile(path.join(recipes, '.htaccess'), 'utf8');
    await writeFile(
      path.join(book, base, '.htaccess'),
      htaccess.replace('ErrorDocument 404 /404.html', `ErrorDocument 404 ${base}404.html`),
    );
    const site = (await readFile(path.join(recipes, 'site.conf'), 'utf8'))
      .replaceAll('/srv/book', book)
      .replace('*:80', `127.0.0.1:${port}`);
    await writeFile(path.join(folder, 'site.conf'), site);
    const whole = (await readFile(path.join(debian, 'apache2.conf'), 'utf8'))
      .replace('Include ports.conf', `Listen 127.0.0.1:${port}`)
      .replace('IncludeOptional sites-enabled/*.conf', `Include ${folder}/site.conf`);
    const modules = ['headers', 'rewrite'].map((name) => `Include mods-available/${name}.load\n`);
    const file = path.join(folder, 'apache2.conf');
    await writeFile(file, modules.join('') + whole);
    await mkdir(path.join(folder, 'var'));
    const own = path.join(folder, 'var');
    return {
      command: ['/usr/sbin/apache2', '-d', debian, '-f', file, '-DFOREGROUND'],
      env: {
        APACHE_RUN_DIR: own,
        APACHE_LOCK_DIR: own,
        APACHE_LOG_DIR: own,
        APACHE_PID_FILE: path.join(own, 'pid'),
        APACHE_RUN_USER: 'www-data',
        APACHE_RUN_GROUP: 'www-data',
      },
    };
  });
}
