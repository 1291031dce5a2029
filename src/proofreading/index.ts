import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { unified } from '@astrojs/markdown-remark';
import type { AstroIntegration } from 'astro';
import type { Book } from '../book/model.ts';
import { readLab } from '../book/runs/lab.ts';
import { endThreads } from '../build/pool.ts';
import { endStep } from '../build/timings.ts';
import { invalidateModule, virtualModule } from '../build/virtual-module.ts';
import { makeBook } from './make-book.ts';
import { judgeBook } from './proofread.ts';
import { createCachedReader, type ReaderOptions } from './reading/chapter-reader.ts';
import { readBook, type ReadBook } from './reading/read-book.ts';
import { report } from '../build/report.ts';
import { watchContent } from './watch-content.ts';

type Processor = ReturnType<typeof unified>;

/** What the configuration of Astro takes of the proofreading. */
interface Proofreading {
  integration: AstroIntegration;
  /** Gives Astro the chapters as they were compiled for the proofreading. */
  processor: Processor;
  /** Returns the book that is being built. */
  book: () => Promise<Book>;
}

/**
 * Reads the whole book before Astro does, and stops the build with every problem at once. Astro itself
 * would stop at the first one, or log it and publish an empty page. The development server goes on, and is told
 * of them after every change. Pages import what was read: `virtual:book` and `virtual:lab`.
 *
 * @param options the base path, and the terms by which Astro has chapters compiled
 */
export function proofreading(options: ReaderOptions): Proofreading {
  const readChapter = createCachedReader(options);
  const readerOf = (terms: ReaderOptions['terms']) =>
    JSON.stringify(terms) === JSON.stringify(options.terms)
      ? readChapter
      : createCachedReader({ ...options, terms });
  let root = '';
  let read = (): Promise<ReadBook> => Promise.reject(new Error('The book has not been read.'));
  const book = async (): Promise<Book> => makeBook(await read());
  const lab = async () =>
    asksLab(await read())
      ? readLab(await readFile(path.join(root, 'content/article/article.md'), 'utf8'))
      : {};

  const integration: AstroIntegration = {
    name: 'proofreading',
    hooks: {
      'astro:config:setup': async ({ command, config, updateConfig }) => {
        root = fileURLToPath(config.root).replace(/[\\/]$/, '');
        updateConfig({
          vite: { plugins: [virtualModule('virtual:book', book), virtualModule('virtual:lab', lab)] },
        });
        if (command === 'dev') {
          // A build beside it writes hundreds of files, and each would be told.
          const ignored = ['.building', '.cache', 'dist'].map((folder) => `**/${folder}/**`);
          updateConfig({ vite: { server: { watch: { ignored } } } });
        }
        if (command !== 'build') return;
        endStep('start');
        const found = await readBook(root, readerOf);
        const problems = await judgeBook(root, found);
        // All are drawn, and each thread holds a few hundred MB.
        await endThreads();
        endStep('proofreading');
        if (problems.length) {
          // Waited for: a pipe takes 64 KB at a time, and what it has not taken is lost when the process ends.
          await new Promise((told) => process.stderr.write(`\n${report(problems)}\n\n`, told));
          // Astro would add a stack trace of its own, which helps nobody to mend a chapter.
          process.exit(1);
        }
        read = () => Promise.resolve(found);
      },
      'astro:server:setup': ({ server }) => {
        let told = '';
        read = watchContent(root, server, readerOf, (found) => {
          const now = JSON.stringify(makeBook(found));
          if (now === told) return;
          told = now;
          for (const name of ['virtual:book', 'virtual:lab']) invalidateModule(name, server);
          server.ws.send({ type: 'full-reload' });
        });
      },
    },
  };

  const processor: Processor = {
    ...unified(),
    createMdxRenderer: () =>
      Promise.resolve({
        process: async (_content, file) => {
          const { chapter, module } = await readChapter(
            path.relative(root, file).replaceAll('\\', '/'),
            await readFile(file, 'utf8'),
          );
          // Else a broken page would be shown, or published.
          if (!module || chapter.problems.length)
            throw new Error(report(chapter.problems, 'it is not shown'));
          return module;
        },
      }),
  };
  return { integration, processor, book };
}

/** Does it show anything that the lab computes? */
function asksLab({ chapters }: ReadBook): boolean {
  return chapters.some(({ inventory }) =>
    inventory?.components.some(({ value: { name } }) => name === 'Run' || name === 'Plot'),
  );
}
