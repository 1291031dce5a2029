import { execFileSync } from 'node:child_process';
import { chmod, cp, mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from 'vitest';
import { caching, types } from '../../../../src/publish/hosting/answers.ts';
import { writeSite } from '../write-site.ts';

const script = path.resolve(import.meta.dirname, '../../../../deploy/object-storage/upload.sh');

const files = [
  '.nojekyll',
  '_astro/a.css',
  '_astro/a.js',
  '_astro/a.woff2',
  '_astro/licence.txt',
  '_headers',
  '_redirects',
  'a.epub',
  'a.md',
  'a.webmanifest',
  'card.png',
  'data/a.csv',
  'index.html',
  'index.html.br',
  'index.html.gz',
  'llms.txt',
  'maths/index.html',
  'sw.js',
];

/** What is meant for other hosts. */
const left = ['.nojekyll', '_headers', '_redirects', 'index.html.br', 'index.html.gz'];

test('every file is uploaded once, as it is to be cached, with its type, and pages come last', async () => {
  const folder = await writeSite(Object.fromEntries(files.map((file) => [`dist/${file}`, ''])));
  await mkdir(path.join(folder, 'deploy/object-storage'), { recursive: true });
  await cp(script, path.join(folder, 'deploy/object-storage/upload.sh'));
  // It writes down what it is called with, one call a line.
  await writeFile(path.join(folder, 'aws'), `#!/bin/sh\nprintf '%s\\t' "$@" >> "$CALLS"; echo >> "$CALLS"\n`);
  await chmod(path.join(folder, 'aws'), 0o755);
  execFileSync('bash', [path.join(folder, 'deploy/object-storage/upload.sh'), 's3://bucket/a'], {
    env: { PATH: `${folder}:${process.env['PATH']}`, CALLS: path.join(folder, 'calls') },
  });
  const calls = (await readFile(path.join(folder, 'calls'), 'utf8'))
    .trim()
    .split('\n')
    .map((line) => line.split('\t'));

  const uploads = calls.filter(([, command]) => command === 'cp').flatMap(uploadedBy);
  expect(uploads.map(({ file }) => file).toSorted()).toEqual(files.filter((file) => !left.includes(file)));
  for (const { file, caching: told, type } of uploads) {
    const hashed = /^_astro\/.*\.(css|js|woff2)$/.test(file);
    expect([file, told]).toEqual([file, hashed ? caching.hashed : caching.other]);
    const known: Record<string, string> = { ...types, txt: 'text/plain; charset=utf-8' };
    const own = known[path.extname(file).slice(1)];
    if (own) expect([file, type]).toEqual([file, own]);
  }
  expect(uploads.slice(-2).map(({ file }) => file)).toEqual(['index.html', 'maths/index.html']);

  // Last, what is gone is deleted, but for what pages that are still open may ask for.
  const last = calls.at(-1) ?? [];
  expect(last.slice(0, 2)).toEqual(['s3', 'sync']);
  expect(last).toContain('--delete');
  expect(last.join(' ')).toContain('--exclude _astro/*');
});

/** What `aws s3 cp --recursive` would take: everything, unless the last filter that fits says otherwise. */
function uploadedBy(
  call: string[],
): { file: string; caching: string | undefined; type: string | undefined }[] {
  const filters = call.flatMap((word, index) =>
    word === '--include' || word === '--exclude'
      ? [{ takes: word === '--include', glob: call[index + 1] ?? '' }]
      : [],
  );
  const option = (name: string): string | undefined => call[call.indexOf(name) + 1 || call.length];
  return files
    .filter((file) => filters.findLast(({ glob }) => fits(file, glob))?.takes ?? true)
    .map((file) => ({ file, caching: option('--cache-control'), type: option('--content-type') }));
}

/** As `aws` has it, `*` stands for slashes too. */
function fits(file: string, glob: string): boolean {
  return new RegExp(`^${glob.replaceAll('.', '\\.').replaceAll('*', '.*')}$`).test(file);
}
