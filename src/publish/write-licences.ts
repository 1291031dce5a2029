import { readFileSync } from 'node:fs';
import path from 'node:path';
import { writeSiteFile } from '../build/write-site-file.ts';
import type { FontFile } from './fonts/cut-faces.ts';
import { licenceText } from './fonts/licence.ts';

const packages = path.resolve(import.meta.dirname, '../../node_modules');

/** What else of others' stands in the site, and where its package says on what terms. */
const parts: [string, string[]][] = [
  ['The style sheet of formulas is a part of that of KaTeX, changed.', ['katex/LICENSE']],
  [
    'The table of traditional characters in the search is a part of that of OpenCC, as opencc-js brings it.',
    ['opencc-js/LICENSE', 'opencc-js/THIRD_PARTY_LICENSES.md'],
  ],
];

/**
 * Writes `licences.txt`: on what terms that of others is given away which the site ships. Its scripts are its own, but for
 * what is named here: a test holds that they import no package.
 *
 * @param dist folder of the built site
 * @param fonts the font files that pages ask for
 */
export function writeLicences(dist: string, fonts: Iterable<FontFile>): void {
  const others = parts.flatMap(([what, files]) => [
    what,
    ...files.map((file) => readFileSync(path.join(packages, file), 'utf8').replace(/\r\n/g, '\n').trim()),
  ]);
  writeSiteFile(dist, 'licences.txt', [...others, licenceText(fonts)].join('\n\n\n'));
}
