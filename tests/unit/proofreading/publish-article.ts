import { createHash } from 'node:crypto';
import { cp, mkdtemp, realpath, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import type { Root } from 'hast';
import { editionOptions } from '../../../src/book/edition-components.ts';
import type { Problem } from '../../../src/build/problem.ts';
import { createCompiler } from '../../../src/markdown/compile.ts';
import { listShownOtherwise } from '../../../src/proofreading/faults-of-article.ts';
import { proofread } from '../../../src/proofreading/proofread.ts';

const small = path.resolve(import.meta.dirname, '../../catalogue/book');
const file = 'content/chapters/02-example.mdx';
const others = '大模型是一类神经网络。\n\n它需要大量数据。\n\n';
const frontmatter = '---\nkind: chapter\nnumeral: 第二章\ntitle: 例子\n---\n\n';
const compile = createCompiler({ base: '/', ...editionOptions });

/** An article as it would be published. */
interface Published {
  /** Those of the chapter and of the article's files. */
  problems: Problem[];
  faults: Problem[];
  /** The chapter as readers get it; undefined when it cannot be read. */
  tree: Root | undefined;
}

/**
 * Puts an article and the chapter that it stands in into a small book, and reads that as the build does.
 *
 * @param article what the book's article has behind its own two lines
 * @param chapter text of a chapter, without frontmatter
 * @param targets see read-targets.ts
 */
export async function publishArticle(article: string, chapter: string, targets = ''): Promise<Published> {
  const root = await realpath(await mkdtemp(path.join(os.tmpdir(), 'edition-article-')));
  const write = (name: string, text: string) => writeFile(path.join(root, name), text);
  try {
    await cp(small, root, { recursive: true });
    const sha256 = createHash('sha256')
      .update(others + article)
      .digest('hex');
    await write('content/article/article.md', others + article);
    await write('content/article/provenance.yaml', `sha256: ${sha256}\n`);
    await write('content/article/targets.yaml', targets);
    await write('content/anchors.txt', '');
    await write('public/mark.svg', '<svg xmlns="http://www.w3.org/2000/svg"/>');
    await write(file, frontmatter + chapter);
    const { book, problems, faults } = await proofread(root);
    const about = { faults: listShownOtherwise(faults), targets: book.targets.targets };
    const { tree } = await (await compile)(file, frontmatter + chapter, about);
    // Nobody has listed its addresses.
    return { problems: problems.filter(({ rule }) => !rule.startsWith('anchor-')), faults, tree };
  } finally {
    await rm(root, { recursive: true });
  }
}
