import { readFile } from 'node:fs/promises';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { AstroIntegration } from 'astro';
import type { Book } from '../book/model.ts';
import { startBuilding, type Building } from '../build/output/index.ts';
import { wholeFacesScript } from './fonts/whole-faces.ts';
import { workerChunk } from './offline/worker-chunk.ts';
import { publishSite } from './publish-site.ts';
import type { Placement } from '../site.ts';
import { report } from '../build/report.ts';
import { sweepCaches } from '../build/sweep-caches.ts';
import { endStep } from '../build/timings.ts';

/**
 * What happens after Astro wrote the site: see publish-site.ts. Only when nothing is wrong with it does it take the place of
 * `dist`; a site with problems is taken away, and the build fails.
 *
 * @param placement where the site is built to stand
 * @param book gives the model of the book that is built
 */
export function publishing(placement: Placement, book: () => Promise<Book>): AstroIntegration {
  let building: Building | undefined;
  let dist = '';
  let anchors = '';
  return {
    name: 'publish',
    hooks: {
      'astro:config:setup': async ({ command, config, injectScript, logger, updateConfig }) => {
        updateConfig({ vite: workerChunk });
        if (command === 'dev') injectScript('head-inline', wholeFacesScript(placement.base));
        if (command !== 'build') return;
        building = await startBuilding({
          root: fileURLToPath(config.root),
          dist: fileURLToPath(config.outDir).replace(/[\\/]$/, ''),
          onWait: () => {
            logger.info('Another build of this project is going on; this one waits for it to end.');
          },
        });
        const folder = (name: string) => pathToFileURL(`${name}/`);
        updateConfig({ outDir: folder(building.site), cacheDir: folder(building.cache) });
      },
      'astro:config:done': ({ config }) => {
        dist = fileURLToPath(config.outDir);
        anchors = fileURLToPath(new URL('content/anchors.txt', config.root));
      },
      'astro:build:start': () => {
        endStep('content');
      },
      'astro:build:generated': () => {
        endStep('pages');
      },
      'astro:build:done': async ({ logger }) => {
        endStep('end of Astro');
        const problems = await publishSite(dist, await book(), await readFile(anchors, 'utf8'), placement);
        if (problems.length) {
          // Waited for: a pipe takes 64 KB at a time, and what it has not taken is lost when the process ends.
          await new Promise((told) =>
            process.stderr.write(`\n${report(problems, 'the site was taken away again')}\n\n`, told),
          );
          // Thrown, Astro would add a stack trace of its own, which helps nobody to mend a page.
          process.exit(1);
        }
        await building?.publish();
        endStep('taking its place');
        sweepCaches();
        endStep('sweeping the caches');
        logger.info('The site is finished, and stands in dist.');
      },
    },
  };
}
