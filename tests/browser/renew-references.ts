/**
 * `npm run references`: builds the site and takes anew all pictures that the tests hold it against, with the
 * browser that the tests would use. Look at each that Git says has changed before it is committed.
 */
import { mkdir, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { serve } from '../../scripts/serve.ts';
import { buildSite } from '../build/build-site.ts';
import { launchChromium } from '../../src/exports/pdf/chromium.ts';
import { describeDrawing, readView, views } from './views.ts';

const folder = path.join(import.meta.dirname, 'references');

const site = await buildSite();
if (site.exitCode) throw new Error(site.output);
const server = await serve({ dist: site.dist, base: '/', port: 0 });
const browser = await launchChromium();
await rm(folder, { recursive: true, force: true });
await mkdir(folder, { recursive: true });
let bytes = 0;
for (const view of views) {
  const { picture, blocks } = await readView(browser, server.address, view);
  bytes += picture.length;
  await writeFile(path.join(folder, `${view.name}.png`), picture);
  await writeFile(
    path.join(folder, `${view.name}.json`),
    `${blocks.map((block) => JSON.stringify(block)).join('\n')}\n`,
  );
}
const drawing = await describeDrawing(browser, server.address);
await writeFile(path.join(folder, 'drawing.json'), `${JSON.stringify(drawing)}\n`);
await browser.close();
await server.close();
await site.remove();
console.log(`${views.length} pictures, ${Math.round(bytes / 1024)} KiB, by Chromium ${browser.version()}`);
