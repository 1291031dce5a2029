import { readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { readAnchorList } from '../../src/book/anchor-list.ts';
import { fixedPages } from '../../src/book/fixed-pages.ts';
import { newChapter } from './new-chapter.ts';
import { newReference } from './new-reference.ts';
import type { Made } from './made.ts';
import { takenAddresses } from './taken-addresses.ts';

/** `npm run new chapter <name>` and `npm run new reference <key>`: make one from a template. */
const root = process.cwd();
const read = (file: string) => readFile(path.join(root, file), 'utf8');
const [kind = '', name = '', ...more] = process.argv.slice(2);
const made = more.length ? undefined : await make(kind, name);
if (!made) {
  console.error('Say what to make: npm run new chapter <name>, or npm run new reference <key>');
  process.exitCode = 1;
} else if ('refused' in made) {
  console.error(made.refused);
  process.exitCode = 1;
} else {
  await writeFile(path.join(root, made.file), made.text);
  console.log(made.next.join('\n'));
}

async function make(kind: string, name: string): Promise<Made | undefined> {
  if (!name || (kind !== 'chapter' && kind !== 'reference')) return undefined;
  const names = (await readdir(path.join(root, 'content/chapters'))).filter((file) => file.endsWith('.mdx'));
  const references = await read('content/references.yaml');
  // Read as lines: a file that is not YAML at the moment still says which keys it has.
  const keys = [...references.matchAll(/^([a-z0-9-]+):/gm)].map(([, key = '']) => key);
  const taken = takenAddresses(names, fixedPages, keys, readAnchorList(await read('content/anchors.txt')));
  if (kind === 'reference') return newReference(name, references, taken, formatToday());
  const texts = await Promise.all(names.map((file) => read(`content/chapters/${file}`)));
  return newChapter(name, new Map(names.map((file, index) => [file, texts[index] ?? ''])), taken);
}

/** The day where the author is, which may not be that of Greenwich. */
function formatToday(): string {
  const now = new Date();
  const [year, month, day] = [now.getFullYear(), now.getMonth() + 1, now.getDate()];
  return [year, month, day].map((part) => String(part).padStart(2, '0')).join('-');
}
