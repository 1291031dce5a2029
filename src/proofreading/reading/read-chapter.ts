import type { ChapterData } from '../../book/chapter-schema.ts';
import { slugOf } from '../../book/chapter-schema.ts';
import type { ChapterModule, Compiled } from '../../markdown/compile.ts';
import type { Range } from '../../markdown/edition/remark-edition-ranges.ts';
import { readArticleLines, type ArticleLine } from './article-lines.ts';
import type { ChapterContext } from '../../markdown/edition/faults.ts';
import { describeChapter, type ChapterDescription } from './describe-chapter.ts';
import { listInventory, type Inventory } from './chapter-inventory.ts';
import { listPassages, type Passage } from './editorial-passages.ts';
import { problemOf, type Problem } from '../../build/problem.ts';
import { readFrontmatter } from './read-frontmatter.ts';
import { nameSyntaxError } from './syntax-errors.ts';

/** A chapter as the proofreading sees it. */
export interface ProofChapter {
  /** Path from the project's folder. */
  file: string;
  /** `/maths/`; cover and closing share `/`. */
  address: string;
  data: ChapterData | undefined;
  /** The article's words in it. */
  lines: ArticleLine[];
  /** Where they are not, in the source. */
  ranges: readonly Range[];
  /** Undefined when the text could not be parsed. */
  inventory: Inventory | undefined;
  /** What it says for the model of the book. */
  description: ChapterDescription;
  /** The whole file. */
  source: string;
  /** The editors' words in it. */
  passages: Passage[];
  problems: Problem[];
}

/** A chapter read, and what Astro makes its page of. */
export interface ReadChapter {
  chapter: ProofChapter;
  /** Undefined when the text could not be parsed. */
  module: ChapterModule | undefined;
}

/**
 * Reads one chapter: frontmatter, the article's lines, what it links to.
 *
 * @param file path from the project's folder
 * @param text the whole file
 * @param compile see createCompiler; given the file's path, since relative images are resolved against it
 * @param context what is known of the article in it
 */
export async function readChapter(
  file: string,
  text: string,
  compile: (path: string, text: string, context?: ChapterContext) => Promise<Compiled>,
  context?: ChapterContext,
): Promise<ReadChapter> {
  const { data, problems } = readFrontmatter(file, text);
  const { tree, module, messages, ranges, frontmatter } = await compile(file, text, context);
  for (const message of messages) {
    const problem = problemOf(message, file);
    problems.push(
      ...(problem ? [problem] : nameSyntaxError(message, text).map((said) => ({ file, ...said }))),
    );
  }
  const chapter: ProofChapter = {
    file,
    source: text,
    passages: [...listSpoken(data, text), ...(tree ? listPassages(tree) : [])],
    // Links to a chapter whose frontmatter is wrong are right.
    address: (data?.kind ?? kindSaid(text)) === 'chapter' ? `/${slugOf(file)}/` : '/',
    data,
    lines: readArticleLines(file, text, ranges),
    ranges,
    inventory: tree && listInventory(tree),
    description: describeChapter(tree, frontmatter),
    problems,
  };
  return { chapter, module };
}

/** The kind of a chapter whose frontmatter cannot be read: most are chapters. */
function kindSaid(text: string): string {
  return /^kind: (cover|closing)$/m.exec(text)?.[1] ?? 'chapter';
}

/** What the editors say in the frontmatter. A title that has a section is the article's. */
function listSpoken(data: ChapterData | undefined, text: string): Passage[] {
  const start = { line: 1, column: 1, offset: 0 };
  const end = text.indexOf('\n---', 3);
  const title = data?.kind === 'chapter' && data.section !== undefined ? undefined : data?.title;
  return [title, data?.lead, data?.description, data?.short]
    .filter((said) => said !== undefined)
    .map((said) => ({ text: said, start, end }));
}
