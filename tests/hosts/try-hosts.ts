import { existsSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { buildSite } from '../build/build-site.ts';
import { serveWithApache } from './apache.ts';
import { serveWithCaddy } from './caddy.ts';
import { hasBrotli, serveWithNginx } from './nginx.ts';
import { listWrong, requests } from './requests.ts';

/*
 * `npm run hosts [nginx caddy apache]`: serves the book with each server, at the root and below a path, by the recipe of
 * deploy/, makes all requests, and writes the table of deploy/README.md. Names ask for those servers alone, and for no table.
 */

const hosts = {
  nginx: { program: '/usr/sbin/nginx', needs: 'nginx-light', serve: serveWithNginx, brotli: hasBrotli },
  caddy: { program: '/usr/bin/caddy', needs: 'caddy', serve: serveWithCaddy, brotli: true },
  apache: { program: '/usr/sbin/apache2', needs: 'apache2', serve: serveWithApache, brotli: true },
};

const asked = process.argv.slice(2);
const chosen = Object.entries(hosts).filter(([name]) => !asked.length || asked.includes(name));
const missing = chosen.filter(([, { program }]) => !existsSync(program));
if (missing.length) {
  console.error(`As root: apt-get install ${missing.map(([, { needs }]) => needs).join(' ')}`);
  process.exit(1);
}

const columns: string[] = [];
const cells = new Map<string, string[]>();
for (const base of ['/', '/a/b/']) {
  const site = await buildSite({ env: { BASE_PATH: base } });
  if (site.exitCode !== 0) throw new Error(site.output);
  for (const [name, { serve, brotli }] of chosen) {
    columns.push(`${name}, \`${base}\``);
    const server = await serve(site.dist, base);
    for (const [promise, ask] of Object.entries(requests)) {
      const trials = await ask({ dist: site.dist, base, address: server.address, brotli });
      const wrong = listWrong(trials);
      for (const { asked, expected, got } of wrong.slice(0, 5))
        console.error(name, base, promise, asked, '\n  promised', expected, '\n  came', got);
      const [all, right] = [trials.length, trials.length - wrong.length];
      cells.set(promise, [...(cells.get(promise) ?? []), `${right} of ${all}`]);
      if (wrong.length) process.exitCode = 1;
    }
    await server.close();
  }
  await site.remove();
}

const rows = [
  ['promised', ...columns],
  ['---', ...columns.map(() => '---')],
  ...[...cells].map(([promise, counts]) => [promise, ...counts]),
];
const table = rows.map((row) => `| ${row.join(' | ')} |`).join('\n');
console.log(table);
if (!asked.length) {
  const readme = path.resolve(import.meta.dirname, '../../deploy/README.md');
  const text = await readFile(readme, 'utf8');
  const between = /(<!-- npm run hosts -->\n\n)[^]*?(?=\n\n<!-- end -->)/;
  await writeFile(
    readme,
    text.replace(between, (_, start: string) => start + table),
  );
}
