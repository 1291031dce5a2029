import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { zipSync, type Zippable } from 'fflate';
import { readReleaseDate } from './release-date.ts';

/** Compressed by their own formats: deflating them again wins nothing. */
const compressed = /\.(br|epub|gz|pdf|png|woff2|zip)$/;

/** What both of an archive's fields for a time can hold: the one begins with 1980, the other ends in 2038. */
const dates = { first: Date.UTC(1980, 0, 1) / 1000, last: 2 ** 31 - 1 };

/**
 * Packs a built site into one archive, with the SHA-256 of each file in `SHA256SUMS`: the same bytes for the
 * same site and date, whatever the machine, its clock, its time zone and its order of files. Whoever unpacks it
 * gets files and folders that a server may read, whatever their umask.
 *
 * @param dist folder of the built site
 * @param name of the one folder inside of the archive
 * @param seconds date of everything in it, since 1970
 * @returns the archive, a ZIP
 * @throws Error when there is no built site, and when an archive cannot hold the date
 */
export async function packSite(dist: string, name: string, seconds: number): Promise<Uint8Array> {
  if (!existsSync(path.join(dist, 'index.html')))
    throw new Error(`There is no built site in ${dist}. Build it first: npm run build`);
  if (!(seconds >= dates.first && seconds <= dates.last))
    throw new Error(
      `An archive holds dates from ${dates.first} (1980) to ${dates.last} (2038), not ${seconds}. Set SOURCE_DATE_EPOCH to one of these.`,
    );
  const entries = await readdir(dist, { recursive: true, withFileTypes: true });
  const files = entries
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(dist, path.join(entry.parentPath, entry.name)).replaceAll(path.sep, '/'))
    .sort();
  const packed: Zippable = {};
  const add = (entry: string, content: Uint8Array): void => {
    // Folders stand before what is in them: those that an archive does not name are made by the umask.
    for (let slash = entry.indexOf('/'); slash > 0; slash = entry.indexOf('/', slash + 1))
      packed[entry.slice(0, slash + 1)] ??= [new Uint8Array(), { level: 0, attrs: 0o040755 << 16 }];
    packed[entry] = [content, { level: compressed.test(entry) ? 0 : 9 }];
  };
  let sums = '';
  for (const file of files) {
    const content = await readFile(path.join(dist, file));
    sums += `${sha256(content)}  dist/${file}\n`;
    add(`${name}/dist/${file}`, content);
  }
  add(`${name}/SHA256SUMS`, Buffer.from(sums));
  return inUtc(() =>
    zipSync(packed, {
      mtime: seconds * 1000,
      extra: { 0x5455: extendedTimestamp(seconds) },
      os: 3,
      attrs: 0o100644 << 16,
    }),
  );
}

/** The field `UT` of Info-ZIP: when a file was changed, by the second and in no time zone. Without it a ZIP has a clock's time. */
function extendedTimestamp(seconds: number): Uint8Array {
  const field = Buffer.alloc(5);
  field.writeUInt8(1);
  field.writeInt32LE(seconds, 1);
  return field;
}

/** fflate writes what a clock in the process's time zone shows; in UTC there is no hour that clocks skip. */
function inUtc<T>(work: () => T): T {
  const zone = process.env['TZ'];
  process.env['TZ'] = 'UTC';
  try {
    return work();
  } finally {
    if (zone === undefined) delete process.env['TZ'];
    else process.env['TZ'] = zone;
  }
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
    const { seconds, reason } = await readReleaseDate(root, process.env, Math.floor(Date.now() / 1000));
    const archive = await packSite(path.join(root, 'dist'), name, seconds);
    // What an earlier run left must not look like part of this one.
    await rm(release, { recursive: true, force: true });
    await mkdir(release);
    await writeFile(path.join(release, `${name}.zip`), archive);
    await writeFile(path.join(release, `${name}.zip.sha256`), `${sha256(archive)}  ${name}.zip\n`);
    console.log(`release/${name}.zip, ${archive.length} bytes\nSHA-256 ${sha256(archive)}`);
    console.log(`Its files are of ${new Date(seconds * 1000).toISOString()}: ${reason}`);
  } catch (error) {
    console.error((error as Error).message);
    process.exitCode = 1;
  }
}
