import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { zipSync, type Zippable } from 'fflate';

/** Compressed by their own formats: deflating them again wins nothing. */
const compressed = /\.(br|epub|gz|pagefind|pdf|pf_\w+|png|woff2|zip)$/;

/**
 * Packs a built site into one archive, with the SHA-256 of each file in `SHA256SUMS`: the same bytes for the
 * same site, whatever the machine, its clock and its order of files.
 *
 * @param dist folder of the built site
 * @param name of the one folder inside of the archive
 * @returns the archive, a ZIP
 * @throws Error when there is no built site
 */
export async function packSite(dist: string, name: string): Promise<Uint8Array> {
  if (!existsSync(path.join(dist, 'index.html')))
    throw new Error(`There is no built site in ${dist}. Build it first: npm run build`);
  const entries = await readdir(dist, { recursive: true, withFileTypes: true });
  const files = entries
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(dist, path.join(entry.parentPath, entry.name)).replaceAll(path.sep, '/'))
    .sort();
  const packed: Zippable = {};
  let sums = '';
  for (const file of files) {
    const content = await readFile(path.join(dist, file));
    sums += `${sha256(content)}  dist/${file}\n`;
    packed[`${name}/dist/${file}`] = [content, { level: compressed.test(file) ? 0 : 9 }];
  }
  packed[`${name}/SHA256SUMS`] = Buffer.from(sums);
  // The earliest that an archive can say. It is written as the clock on the wall, so this is one in any time zone.
  return zipSync(packed, { mtime: new Date(1980, 0, 1), os: 3, attrs: 0o644 << 16 });
}

function sha256(content: Uint8Array): string {
  return createHash('sha256').update(content).digest('hex');
}

if (import.meta.main) {
  const root = path.resolve(import.meta.dirname, '..');
  const manifest = JSON.parse(await readFile(path.join(root, 'package.json'), 'utf8')) as {
    name: string;
    version: string;
  };
  const name = `${manifest.name}-${manifest.version}`;
  const release = path.join(root, 'release');
  try {
    const archive = await packSite(path.join(root, 'dist'), name);
    // What an earlier run left must not look like part of this one.
    await rm(release, { recursive: true, force: true });
    await mkdir(release);
    await writeFile(path.join(release, `${name}.zip`), archive);
    await writeFile(path.join(release, `${name}.zip.sha256`), `${sha256(archive)}  ${name}.zip\n`);
    console.log(`release/${name}.zip, ${archive.length} bytes\nSHA-256 ${sha256(archive)}`);
  } catch (error) {
    console.error((error as Error).message);
    process.exitCode = 1;
  }
}
