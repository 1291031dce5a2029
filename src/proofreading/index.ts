import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { cacheFolder } from '../build/file-cache.ts';
import { giveMemoryBack } from '../build/give-memory-back.ts';
import { createCompiler } from '../markdown/compile.ts';
import type { ModuleShelf } from '../markdown/keep-modules.ts';
import { endThreads } from '../build/pool.ts';
import { endStep } from '../build/timings.ts';
import { judgeBook } from './proofread.ts';
import { readBook, type ReadBook } from './reading/read-book.ts';
import { report } from '../build/report.ts';
import { watchContent } from './watch-content.ts';

/**
 * Reads the whole book before Astro does, and stops the build with every problem at once. Astro itself
 * would stop at the first one, or log it and publish an empty page. The development server goes on, and is told
 * of them after every change.
 *
 * @param onRead told of a book in which nothing is wrong, before Astro builds it
 * @param shelf see createCompiler; of a site that does not stand at the root there is none, for its links are others
 */
export function proofreading(onRead: (book: ReadBook) => void, shelf?: ModuleShelf): AstroIntegration {
  let root = '';
  return {
    name: 'proofreading',
    hooks: {
      'astro:config:setup': async ({ command, config, updateConfig }) => {
        if (command === 'dev') {
          // A build beside it writes hundreds of files, and each would be told.
          const ignored = ['.building', '.cache', 'dist'].map((folder) => `**/${folder}/**`);
          updateConfig({ vite: { server: { watch: { ignored } } } });
        }
        if (command !== 'build') return;
        endStep('start');
        const folder = fileURLToPath(config.root).replace(/[\\/]$/, '');
        const cache = cacheFolder('readings');
        const book = await readBook(folder, (base, terms) => createCompiler(base, terms, shelf), cache);
        const problems = await judgeBook(folder, book, cache);
        // All are drawn, and each thread holds a few hundred MB.
        await endThreads();
        giveMemoryBack();
        endStep('proofreading');
        if (!problems.length) {
          onRead(book);
          return;
        }
        // Waited for: a pipe takes 64 KB at a time, and what it has not taken is lost when the process ends.
        await new Promise((told) => process.stderr.write(`\n${report(problems)}\n\n`, told));
        // Astro would add a stack trace of its own, which helps nobody to mend a chapter.
        process.exit(1);
      },
      'astro:config:done': ({ config }) => {
        root = fileURLToPath(config.root).replace(/[\\/]$/, '');
      },
      'astro:server:setup': ({ server }) => {
        watchContent(root, server);
      },
    },
  };
}
