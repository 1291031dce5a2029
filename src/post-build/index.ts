import { readFile } from 'node:fs/promises';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { AstroIntegration } from 'astro';
import { startBuilding, type Building } from './building/index.ts';
import { checkAlternativeText } from './checks/alternative-text.ts';
import { checkBody } from './checks/body.ts';
import { checkFragments } from './checks/fragments.ts';
import { checkHead } from './checks/head.ts';
import { checkIds } from './checks/ids.ts';
import { checkInlineCode } from './checks/inline-code.ts';
import { checkLinks } from './checks/links.ts';
import { checkLoadedFiles } from './checks/loaded-files.ts';
import { checkOtherHosts } from './checks/other-hosts.ts';
import { checkOutsideBase } from './checks/outside-base.ts';
import type { Check } from './finding.ts';
import { cutFaces } from './fonts/cut-faces.ts';
import { checkGlyphs } from './fonts/check-glyphs.ts';
import { readSiteText } from './fonts/site-text.ts';
import { wholeFacesScript } from './fonts/whole-faces.ts';
import { writeFonts } from './fonts/write-fonts.ts';
import { compressFiles } from './hosting/compress-files.ts';
import { writeHostFiles } from './hosting/write-host-files.ts';
import { writeIcons } from './icons/write-icons.ts';
import { writeMoves } from './moves/write-moves.ts';
import { workerChunk } from './offline/worker-chunk.ts';
import { writeWorker } from './offline/write-worker.ts';
import { writePreviews } from './previews/write-previews.ts';
import { readSite, type Placement } from './read-site.ts';
import { report } from './report.ts';
import { saySizes } from './say-size.ts';
import { writeSearch } from './search/write-search.ts';
import { giveMemoryBack } from '../give-memory-back.ts';
import { endStep } from '../timings.ts';
import { Crew, crew } from './threads/crew.ts';
import { trimStyles } from './trim-styles/index.ts';
import { writePolicy } from './write-policy.ts';

/** All checks, in the order in which their findings are told. */
export const checks: Check[] = [
  // A page by itself.
  checkHead,
  checkBody,
  checkIds,
  checkInlineCode,
  checkAlternativeText,
  // What it leads to.
  checkOtherHosts,
  checkOutsideBase,
  checkLoadedFiles,
  checkLinks,
  checkFragments,
];

/**
 * What happens after Astro wrote the site: it is read once, judged by every check, and, when there is nothing
 * to find, given what needs finished pages. Only then does it take the place of `dist`; a site with problems is
 * taken away, and the build fails.
 *
 * @param placement where the site is built to stand
 */
export function postBuild(placement: Placement): AstroIntegration {
  let building: Building | undefined;
  let dist = '';
  let anchors = '';
  // Apart from the crew: its one job is long, and pictures would wait behind it.
  const scribe = new Crew();
  return {
    name: 'post-build',
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
        giveMemoryBack();
        endStep('end of Astro');
        // First, so that their pages are judged like all others.
        const previews = await writePreviews(dist, placement);
        endStep('previews');
        await writeIcons(dist);
        const listed = await readFile(anchors, 'utf8');
        await writeMoves(dist, placement.base, listed);
        endStep('icons, moves');
        const takenAway = scribe.run(new URL('./take-away.ts', import.meta.url), { dist, placement });
        const complete = Promise.all([previews.drawn, takenAway]);
        // What goes wrong is told where it is waited for.
        complete.catch(() => undefined);
        const site = await readSite(dist, placement, complete);
        await scribe.end();
        endStep('following links');
        const text = readSiteText(site);
        const findings = [
          ...previews.findings,
          ...checks.flatMap((check) => check(site)),
          ...checkGlyphs(text),
        ];
        if (findings.length) {
          // Waited for: a pipe takes 64 KB at a time, and what it has not taken is lost when the process ends.
          await new Promise((told) => process.stderr.write(`\n${report(findings)}\n\n`, told));
          // Thrown, Astro would add a stack trace of its own, which helps nobody to mend a page.
          process.exit(1);
        }
        endStep('checks');
        saySizes(dist, site);
        // Threads cut the fonts, and a process of its own makes the index, while styles are trimmed.
        const [fonts] = await Promise.all([cutFaces(text), writeSearch(dist, site), trimStyles(dist, site)]);
        endStep('fonts, search, styles');
        await crew.end();
        // Before the policy, which names the page's style sheets by their hashes.
        await writeFonts(dist, site, fonts);
        await writePolicy(dist, site);
        endStep('policy');
        // After all that readers get, for it lists the files as they are sent; what hosts read is not among them.
        await writeWorker(dist);
        endStep('offline');
        await writeHostFiles(dist, placement.base, listed);
        // Last: what is compressed must not change any more.
        await compressFiles(dist);
        endStep('compressing');
        await building?.publish();
        logger.info('The site is finished, and stands in dist.');
      },
    },
  };
}
