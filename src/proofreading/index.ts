import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { unified } from '@astrojs/markdown-remark';
import type { AstroIntegration } from 'astro';
import type { Book } from '../book/model.ts';
import { readLab } from '../book/runs/lab.ts';
import type { TermForms } from '../book/term-forms.ts';
import { endThreads } from '../build/pool.ts';
import { endStep } from '../build/timings.ts';
import { invalidateModule, virtualModule } from '../build/virtual-module.ts';
import { makeBook } from './make-book.ts';
import { proofread, type Proofread } from './proofread.ts';
import { isShownOtherwise } from '../markdown/edition/faults.ts';
import { faultsIn, listFaults, listShownOtherwise } from './faults-of-article.ts';
import { createCachedReader, type ChapterReader } from './reading/chapter-reader.ts';
import type { ChapterContext } from '../markdown/edition/faults.ts';
import { articleFile, type ReadBook } from './reading/read-book.ts';
import { readTextFile } from './reading/text-file.ts';
import { report } from '../build/report.ts';
import { listTraditional } from './traditional-characters.ts';
import { watchContent } from './watch-content.ts';

/** See book/virtual.d.ts. */
const [bookModule, labModule, traditionalModule] = [
  'virtual:book',
  'virtual:lab',
  'virtual:traditional',
] as const;

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
 * of them after every change. Pages import what was read: `virtual:book` and `virtual:lab`; so does the
 * search: `virtual:traditional`.
 *
 * @param base path that the site stands under, with a slash at both ends
 */
export function proofreading(base: string): Proofreading {
  let reader = { terms: '[]', read: createCachedReader({ base, terms: [] }) };
  const readerOf = (terms: readonly TermForms[]): ChapterReader => {
    const known = JSON.stringify(terms);
    if (reader.terms !== known) reader = { terms: known, read: createCachedReader({ base, terms }) };
    return reader.read;
  };
  let root = '';
  let content = (): Promise<Content> => Promise.reject(new Error('The book has not been read.'));
  const book = async (): Promise<Book> => (await content()).book;
  let lab = async (): Promise<object> =>
    (await content()).asksLab ? readLab((await readTextFile(root, articleFile)).text) : {};

  let contexts = new Map<string, ChapterContext>();
  const read = async (): Promise<Proofread> => {
    const found = await proofread(root, readerOf);
    const faults = Map.groupBy(listShownOtherwise(found.faults), ({ file }) => file);
    const { targets } = found.book.targets;
    contexts = new Map(
      found.book.chapters.map(({ file }) => [file, { faults: faults.get(file) ?? [], targets }]),
    );
    return found;
  };

  const integration: AstroIntegration = {
    name: 'proofreading',
    hooks: {
      'astro:config:setup': async ({ command, config, updateConfig }) => {
        root = fileURLToPath(config.root).replace(/[\\/]$/, '');
        updateConfig({
          vite: {
            plugins: [
              virtualModule(bookModule, book),
              virtualModule(labModule, () => lab()),
              virtualModule(traditionalModule, async () => (await content()).traditional),
            ],
          },
        });
        if (command === 'dev') {
          // A build beside it writes hundreds of files, and each would be told.
          const ignored = ['.building', '.cache', 'dist'].map((folder) => `**/${folder}/**`);
          updateConfig({ vite: { server: { watch: { ignored } } } });
        }
        if (command !== 'build') return;
        endStep('start');
        const { book: found, problems, faults } = await read();
        // All are drawn, and each thread holds a few hundred MB.
        await endThreads();
        endStep('proofreading');
        if (problems.length) {
          // Waited for: a pipe takes 64 KB at a time, and what it has not taken is lost when the process ends.
          await new Promise((told) => process.stderr.write(`\n${report(problems)}\n\n`, told));
          // Astro would add a stack trace of its own, which helps nobody to mend a chapter.
          process.exit(1);
        }
        if (faults.length) console.log(`\n${listFaults(faults)}\n`);
        const made = contentOf(found);
        content = () => Promise.resolve(made);
        // In a thread, while Astro starts. What goes wrong is told to whoever asks for it.
        const computed = lab();
        computed.catch(() => undefined);
        lab = () => computed;
      },
      'astro:server:setup': ({ server }) => {
        content = watchContent(root, server, {
          read: async () => {
            const { book: found, problems } = await read();
            return { result: contentOf(found), problems };
          },
          onChange: () => {
            for (const name of [bookModule, labModule, traditionalModule]) invalidateModule(name, server);
            server.ws.send({ type: 'full-reload' });
          },
        });
      },
    },
  };

  const processor: Processor = {
    ...unified(),
    createMdxRenderer: () =>
      Promise.resolve({
        process: async (_content, file) => {
          await content();
          const name = path.relative(root, file).replaceAll('\\', '/');
          const { text } = await readTextFile(root, name);
          const { chapter, module } = await reader.read(name, text, contexts.get(name));
          const isFault = faultsIn([chapter], '');
          const wrong = chapter.problems.filter(
            (problem) => !isFault(problem) || isShownOtherwise(problem.rule),
          );
          // Else a broken page would be shown, or published.
          if (!module || wrong.length) throw new Error(report(wrong, 'it is not shown'));
          return module;
        },
      }),
  };
  return { integration, processor, book };
}

/** What pages import of the content. */
interface Content {
  book: Book;
  /** Does it show anything that the lab computes? */
  asksLab: boolean;
  traditional: string;
}

function contentOf(read: ReadBook): Content {
  const asksLab = read.chapters.some(({ inventory }) =>
    inventory?.components.some(({ value: { name } }) => name === 'Run' || name === 'Plot'),
  );
  const { references, glossary, texts, chapters } = read;
  const text = [
    chapters.map(({ source }) => source),
    JSON.stringify([references.records, texts]),
    glossary.source,
  ];
  return { book: makeBook(read), asksLab, traditional: listTraditional(text.flat().join('')) };
}
