import { join } from 'node:path';
import type { ViteDevServer } from 'vite';
import { createCompiler, type Compiled } from '../markdown/compile.ts';
import type { Finding } from './finding.ts';
import { proofread } from './proofread.ts';
import { inOrder, report } from './report.ts';

/**
 * Reads the book at the start of the development server and again whenever something of its content is saved,
 * and tells what is wrong in the terminal and over the page. Only what was changed is compiled anew.
 *
 * New addresses are not told: while one writes they are there all the time, and the build tells them.
 *
 * @param root the project's folder, an absolute path
 */
export function watchContent(root: string, server: ViteDevServer): void {
  const compilerOf = rememberCompiled();
  let reading: Promise<void> | undefined;
  let changed = false;
  let findings: Finding[] = [];

  const read = async (): Promise<void> => {
    do {
      changed = false;
      const before = findings;
      findings = (await proofread(root, compilerOf)).filter(({ rule }) => rule !== 'anchor-unlisted');
      // What was saved meanwhile is read before anything is told.
      if (!changed) tell(before);
    } while (changed);
    reading = undefined;
  };
  const tell = (before: Finding[]): void => {
    if (findings.length) {
      console.error(`\n${report(findings, 'the pages may be broken')}\n`);
      server.ws.send(overlay(root, findings));
    } else if (before.length) {
      console.log('\nThe content is in order again.\n');
      server.ws.send({ type: 'full-reload' });
    }
  };
  const start = (): void => {
    changed = true;
    reading ??= read().catch((error: unknown) => {
      reading = undefined;
      console.error(error);
    });
  };

  for (const folder of ['content', 'public']) server.watcher.add(join(root, folder));
  server.watcher.on('all', (_event, file) => {
    const path = file.slice(root.length + 1).replaceAll('\\', '/');
    if (/^(content|public)\//.test(path)) start();
  });
  // A page that is opened later, or that Astro has loaded anew, knows nothing of it.
  server.ws.on('connection', () => {
    if (findings.length) server.ws.send(overlay(root, findings));
  });
  start();
}

/** Compilers that compile a chapter again only when it, or the glossary's terms, have changed. */
function rememberCompiled(): typeof createCompiler {
  let known = new Map<string, { text: string; compiled: Promise<Compiled> }>();
  let last = '';
  return async (base, terms = []) => {
    const now = JSON.stringify(terms);
    if (now !== last) known = new Map();
    last = now;
    const compile = await createCompiler(base, terms);
    return async (file, text) => {
      const before = known.get(file);
      if (before?.text === text) return before.compiled;
      const compiled = compile(file, text);
      known.set(file, { text, compiled });
      return compiled;
    };
  };
}

/** What Vite lays over the page: the first problem, its place to click on, and all of them below. */
function overlay(root: string, findings: Finding[]) {
  const [first] = inOrder(findings) as [Finding];
  const { file, line, column, reason, remedy } = first;
  return {
    type: 'error' as const,
    err: {
      name: 'Content',
      title: first.rule,
      // Astro writes it into the page as text, and the hint as Markdown.
      message: reason,
      hint: remedy,
      loc: { file: join(root, file), line: line ?? 1, column: column ?? 1 },
      stack: report(findings, 'the pages may be broken'),
    },
  };
}
