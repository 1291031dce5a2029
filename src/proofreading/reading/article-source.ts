import remarkCjkFriendly from 'remark-cjk-friendly';
import remarkGfm from 'remark-gfm';
import remarkMath from 'remark-math';
import remarkParse from 'remark-parse';
import remarkRehype from 'remark-rehype';
import { unified } from 'unified';
import { cached } from '../../build/cache.ts';
import { remarkJoinHanLines } from '../../markdown/syntax/remark-join-han-lines.ts';
import { articleBlocks, type Block } from './article-blocks.ts';

/**
 * Reads the article as it came: plain Markdown, nothing typeset. It is as long as the book, and never changes.
 *
 * @param text content/article/article.md
 * @returns its blocks, in order
 */
export async function readArticle(text: string): Promise<Block[]> {
  return cached({ name: 'article', module: import.meta.url }, [text], () => {
    const processor = unified()
      .use(remarkParse)
      .use(remarkGfm)
      .use(remarkMath)
      .use(remarkCjkFriendly)
      .use(remarkJoinHanLines)
      .use(remarkRehype);
    return articleBlocks(processor.runSync(processor.parse(text)));
  });
}
