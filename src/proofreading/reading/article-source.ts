import remarkCjkFriendly from 'remark-cjk-friendly';
import remarkGfm from 'remark-gfm';
import remarkMath from 'remark-math';
import remarkParse from 'remark-parse';
import remarkRehype from 'remark-rehype';
import { unified } from 'unified';
import { remarkJoinHanLines } from '../../markdown/syntax/remark-join-han-lines.ts';
import { articleBlocks, type Block } from './article-blocks.ts';

/**
 * Reads the article as it came: plain Markdown, nothing typeset.
 *
 * @param text content/article/article.md
 * @returns its blocks, in order
 */
export function readArticle(text: string): Block[] {
  const processor = unified()
    .use(remarkParse)
    .use(remarkGfm)
    .use(remarkMath)
    .use(remarkCjkFriendly)
    .use(remarkJoinHanLines)
    .use(remarkRehype);
  return articleBlocks(processor.runSync(processor.parse(text)));
}
