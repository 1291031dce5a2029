import { readFile, writeFile } from 'node:fs/promises';
import { catalogueFile, readCatalogue, renewCatalogue } from './read-catalogue.ts';
import { reportExample } from './report-example.ts';

/** `npm run errors`: writes into `docs/errors.md` what the build says of each example. */
const catalogue = await readFile(catalogueFile, 'utf8');
const said: string[] = [];
for (const { rule, examples } of readCatalogue(catalogue)) {
  for (const example of examples) {
    const words = await reportExample(example, rule);
    if (!words) console.error(`${rule}: the build does not say so of its example.`);
    said.push(words);
  }
}
await writeFile(catalogueFile, renewCatalogue(catalogue, said));
console.log(`${catalogueFile}: ${said.length} examples.`);
// The thread that drew diagrams would keep the process alive for a while.
process.exit();
