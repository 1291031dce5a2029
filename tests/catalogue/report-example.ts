import { cp, mkdir, mkdtemp, readFile, realpath, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { judgeSite } from '../unit/publish/write-site.ts';
import type { Problem } from '../../src/build/problem.ts';
import { anchorsFile } from '../../src/proofreading/judges/judge-anchor-list.ts';
import { listAnchors } from '../../src/proofreading/reading/list-pages.ts';
import { proofread } from '../../src/proofreading/proofread.ts';
import { readBook } from '../../src/proofreading/reading/read-book.ts';
import { report } from '../../src/build/report.ts';
import type { Example } from './read-catalogue.ts';

const book = path.join(import.meta.dirname, 'book');
const chapter = 'content/chapters/02-example.mdx';
const frontmatter = '---\nkind: chapter\nnumeral: 第二章\ntitle: 例子\n---\n\n';
const page = 'dist/example/index.html';

/** The addresses of the book, which the code knows better than a file would: some are those of fixed pages. */
let anchors: Promise<string> | undefined;

/**
 * What the build says of an example: it is put into a book of two chapters, and that is read by the proofreading of
 * the build; a page is judged by the checks that follow a build.
 *
 * @param rule only what bears this name is told: a mistake has others in its train
 * @returns the report without its last lines, which count the problems; '' when nothing bears the name
 */
export async function reportExample(example: Example, rule: string): Promise<string> {
  return inFolder((root) =>
    example.language === 'html' ? judgePage(root, example, rule) : judgeContent(root, example, rule),
  );
}

/** In a folder that is there while something is done. */
async function inFolder<T>(work: (root: string) => Promise<T>): Promise<T> {
  // Resolved, as a project's folder is.
  const root = await realpath(await mkdtemp(path.join(os.tmpdir(), 'edition-example-')));
  try {
    return await work(root);
  } finally {
    await rm(root, { recursive: true });
  }
}

/** Everything that is wrong with the book when something is put into it. */
export async function problemsOf(example: Pick<Example, 'language' | 'file' | 'text'>): Promise<Problem[]> {
  return inFolder((root) => proofreadWith(root, example));
}

async function judgeContent(root: string, example: Example, rule: string): Promise<string> {
  const problems = (await proofreadWith(root, example)).filter((problem) => problem.rule === rule);
  return problems.length ? withoutSum(report(problems)) : '';
}

async function proofreadWith(
  root: string,
  { language, file, text }: Pick<Example, 'language' | 'file' | 'text'>,
): Promise<Problem[]> {
  await cp(book, root, { recursive: true });
  await writeFile(path.join(root, anchorsFile), await (anchors ??= listAddresses(root)));
  const target = path.join(root, file ?? chapter);
  // What lists things is added to; everything else stands in its file's stead.
  const adds = language === 'yaml' || language === 'txt';
  const before = adds ? await readFile(target, 'utf8') : file ? '' : frontmatter;
  await writeFile(target, before + text);
  return (await proofread(root)).problems;
}

async function listAddresses(root: string): Promise<string> {
  const { pages } = await readBook(root);
  return `${[...listAnchors(pages)].join('\n')}\n`;
}

async function judgePage(root: string, { file, text }: Example, rule: string): Promise<string> {
  const write = async (name: string, html: string): Promise<void> => {
    await mkdir(path.dirname(path.join(root, name)), { recursive: true });
    await writeFile(path.join(root, name), html);
  };
  await write('dist/index.html', wrap('<h2 id="keywords">词</h2>'));
  await write('dist/maths/index.html', wrap('<h2 id="model">式</h2>'));
  await write(file ?? page, file ? text : wrap(text));
  const placement = { base: '/', origin: undefined };
  const all = await judgeSite(path.join(root, 'dist'), placement, path.join(root, 'cache'));
  const problems = all.filter((problem) => problem.rule === rule);
  return problems.length ? withoutSum(report(problems)) : '';
}

/** A page with nothing wrong, around `body`. */
function wrap(body: string): string {
  return (
    '<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><title>题</title></head>' +
    `<body><main><h1>题</h1><p>文</p>${body}</main></body></html>`
  );
}

function withoutSum(said: string): string {
  return `${said.slice(0, said.lastIndexOf('\n\n'))}\n`;
}
