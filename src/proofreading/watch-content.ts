import { join } from 'node:path';
import type { HotPayload, ViteDevServer } from 'vite';
import type { Problem } from '../build/problem.ts';
import { inOrder, report, formatPlace } from '../build/report.ts';

interface Reading<T> {
  /** Reads the content; what is made of it JSON can write. */
  read: () => Promise<{ result: T; problems: Problem[] }>;
  /** Called when something else is made of it than before. */
  onChange: () => void;
}

/**
 * Reads the book at the start of the development server and again whenever something of its content is saved,
 * and tells what is wrong in the terminal and over the page. Only what was changed is compiled anew.
 *
 * New addresses are not told: while one writes they are there all the time, and the build tells them.
 *
 * @param root the project's folder, an absolute path
 * @returns a function that gives what was made of the content as it is; it waits while the content is read
 */
export function watchContent<T>(
  root: string,
  server: ViteDevServer,
  { read, onChange }: Reading<T>,
): () => Promise<T> {
  let made: { result: T } | undefined;
  let last = '';
  let reading: Promise<void> | undefined;
  let changed = false;
  let problems: Problem[] = [];

  const readAll = async (): Promise<void> => {
    do {
      changed = false;
      const before = problems;
      const { result, problems: found } = await read();
      made = { result };
      problems = found.filter(({ rule }) => rule !== 'anchor-unlisted');
      // What was saved meanwhile is read before anything is told.
      if (changed) continue;
      const now = JSON.stringify(result);
      if (last && now !== last) onChange();
      last = now;
      tell(before);
    } while (changed);
  };
  const tell = (before: Problem[]): void => {
    if (problems.length) {
      console.error(`\n${report(problems, 'the pages may be broken')}\n`);
      server.ws.send(overlay(root, problems));
    } else if (before.length) {
      console.log('\nThe content is in order again.\n');
      server.ws.send({ type: 'full-reload' });
    }
  };
  const start = (): void => {
    changed = true;
    reading ??= readAll()
      .catch((error: unknown) => {
        console.error(error);
      })
      .finally(() => {
        reading = undefined;
      });
  };
  replaceErrors(server, async () => {
    await reading;
    if (!problems.length) return undefined;
    console.error(
      `What is wrong is told above: ${[...new Set(inOrder(problems).map(formatPlace))].join(', ')}`,
    );
    return overlay(root, problems);
  });

  for (const folder of ['content', 'public']) server.watcher.add(join(root, folder));
  server.watcher.on('all', (_event, file) => {
    const path = file.slice(root.length + 1).replaceAll('\\', '/');
    if (/^(content|public)\//.test(path)) start();
  });
  // A page that is opened later, or that Astro has loaded anew, knows nothing of it.
  server.ws.on('connection', () => {
    if (problems.length) server.ws.send(overlay(root, problems));
  });
  start();
  return async () => {
    await reading;
    if (!made) throw new Error('The content could not be read; the terminal says why.');
    return made.result;
  };
}

/**
 * Sends something else in the place of the errors of Vite and Astro. A chapter that does not compile is an error of
 * theirs too, said in the words of a parser, and the last that is sent stands over the page.
 *
 * @param instead what to send; undefined when the error is one of the code
 */
export function replaceErrors(
  server: Pick<ViteDevServer, 'environments'>,
  instead: () => Promise<HotPayload | undefined>,
): void {
  const { hot } = server.environments.client;
  const send = hot.send.bind(hot) as (...sent: unknown[]) => void;
  hot.send = (...sent: unknown[]): void => {
    const [payload] = sent as [HotPayload | string];
    if (typeof payload === 'string' || payload.type !== 'error' || payload.err.name === ownName) {
      send(...sent);
      return;
    }
    void instead().then((own) => {
      if (own) send(own);
      else send(...sent);
    });
  };
}

/** What our errors are called, so that they are known from those of Vite and Astro. */
const ownName = 'Content';

/** What Vite lays over the page: the first problem, its place to click on, and all of them below. */
function overlay(root: string, problems: Problem[]) {
  const [first] = inOrder(problems) as [Problem];
  const { file, line, column, reason, remedy, candidates } = first;
  return {
    type: 'error' as const,
    err: {
      name: ownName,
      title: first.rule,
      // Astro writes it into the page as text, and the hint as Markdown.
      message: reason,
      hint: candidates?.length ? `${remedy} nearest: ${candidates.join(', ')}` : remedy,
      loc: { file: join(root, file), line: line ?? 1, column: column ?? 1 },
      stack: report(problems, 'the pages may be broken'),
    },
  };
}
