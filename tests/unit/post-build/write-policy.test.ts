import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from 'vitest';
import { readSite } from '../../../src/post-build/read-site.ts';
import { writePolicy } from '../../../src/post-build/write-policy.ts';
import { page, writeSite } from './write-site.ts';

async function written(html: string): Promise<string> {
  const dist = await writeSite({ 'index.html': html });
  await writePolicy(dist, await readSite(dist, { base: '/', origin: undefined }));
  return readFile(path.join(dist, 'index.html'), 'utf8');
}

const start = '<!doctype html><html lang="zh-CN"><head><meta charset="utf-8">';

test('the policy stands before everything that it binds, and allows nothing that the page does not have', async () => {
  expect(await written(page(''))).toBe(
    page('').replace(
      start,
      `${start}<meta http-equiv="content-security-policy" content="default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; ` +
        `style-src 'self'; img-src 'self'; font-src 'self'; connect-src 'self'; manifest-src 'self'; ` +
        `worker-src 'self'; base-uri 'none'; form-action 'none'">`,
    ),
  );
});

// echo -n 'a{}' | openssl dgst -sha256 -binary | base64
const styleHash = "'sha256-X1RutGBrXCt9KkSaXMK7tHftWiRscFHOhxsS8tv8hBk='";

test('styles and scripts of the page are allowed by their hashes, each once', async () => {
  const html = await written(page('<style>a{}</style>', '<style>a{}</style><script>"号"</script>'));
  expect(html.split(styleHash)).toHaveLength(2);
  expect(html).toMatch(
    /script-src 'self' 'wasm-unsafe-eval' 'sha256-[^']{44}'; style-src 'self' 'sha256-[^']{44}';/,
  );
});

test.each([
  ['application/ld+json', 0],
  ['text/plain', 0],
  ['module', 1],
  ['importmap', 1],
  ['speculationrules', 1],
  ['text/javascript', 1],
])('an inline script of the type %s needs %d hashes', async (type, hashes) => {
  const html = await written(page('', `<script type="${type}">1</script>`));
  expect(html.match(/'sha256-/g) ?? []).toHaveLength(hashes);
});

test('a script in a file needs none', async () => {
  expect(await written(page('', '<script src="/x.js"></script>'))).not.toContain('sha256');
});
