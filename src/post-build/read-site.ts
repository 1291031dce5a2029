import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { endStep } from '../timings.ts';
import { readPage, type Page } from './read-page.ts';
import { addressesInCss, addressesOf, type Address } from './read-references.ts';
import { resolve, type Inventory, type Target } from './resolve.ts';

/** An address that the site names, and what it leads to. */
interface Reference extends Address {
  /** Path in `dist` of the page or style sheet that names it. */
  file: string;
  target: Target;
}

/** The built site, read once for all checks. */
export interface Site extends Inventory {
  /** In the order of their files. */
  references: Reference[];
}

export interface Placement {
  base: string;
  origin: string | undefined;
}

/**
 * Reads the built site: every page parsed once, every address followed once.
 *
 * @param dist folder of the built site
 * @param placement where the site was built to stand
 * @param complete when the files are there that are still being written; of pages, those for print
 */
export async function readSite(
  dist: string,
  { base, origin }: Placement,
  complete: Promise<unknown> = Promise.resolve(),
): Promise<Site> {
  const read = (file: string) => readFile(path.join(dist, file), 'utf8');

  const parse = async (file: string) => readPage(file, base, withoutDiagramSources(await read(file)));
  const early = new Map<string, Page>();
  for (const file of (await listFiles(dist)).filter((name) => /^(?!print\/).*\.html$/.test(name)))
    early.set(file, await parse(file));
  endStep('reading the pages');
  await complete;
  endStep('waiting for other forms');
  const files = await listFiles(dist);
  const pages = new Map<string, Page>();
  for (const file of files.filter((name) => name.endsWith('.html'))) {
    const page = early.get(file) ?? (await parse(file));
    pages.set(page.address, page);
  }
  const inventory: Inventory = { base, origin, pages, files: new Set(files) };

  const references: Reference[] = [];
  for (const { file, address, elements } of pages.values())
    for (const named of elements.flatMap(addressesOf))
      references.push({ ...named, file, target: resolve(named.url, address, inventory) });
  for (const file of files.filter((name) => name.endsWith('.css')))
    for (const url of addressesInCss(await read(file)))
      references.push({
        url,
        loads: true,
        element: undefined,
        file,
        target: resolve(url, base + file, inventory),
      });
  return { ...inventory, references };
}

/** The text of a diagram is for the other forms of the book, and for no reader of its page. */
function withoutDiagramSources(html: string): string {
  // In the text of a page `<` is written otherwise, so this can only be a tag.
  return html.replace(/(<div class="diagram"(?: [\w-]+="[^"]*")*?) data-mermaid="[^"]*"/g, '$1');
}

/** All files of a folder as paths in it, sorted. */
export async function listFiles(dist: string): Promise<string[]> {
  const entries = await readdir(dist, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(dist, path.join(entry.parentPath, entry.name)).replaceAll(path.sep, '/'))
    .sort();
}
