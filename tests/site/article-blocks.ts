import { readFileSync } from 'node:fs';
import path from 'node:path';

const content = path.resolve(import.meta.dirname, '../../content');

/**
 * The article's blocks, one string each, read line by line: no Markdown tool of the build's is asked. A
 * diagram is the list of its labels, a formula its TeX.
 */
export function blocksOfArticle(): string[] {
  const source = readFileSync(path.join(content, 'article/article.md'), 'utf8');
  const blocks: string[] = [];
  const parts = source.split(/^```(\w*)\n([\s\S]*?)^```$|^\$\$\n([\s\S]*?)^\$\$$/m);
  for (let index = 0; index < parts.length; index += 4) {
    const [text = '', language, code = '', tex] = parts.slice(index, index + 4);
    blocks.push(...text.split('\n').map((line) => line.replace(/^#+ |^ *(?:-|\d+\.) /, '')));
    if (tex !== undefined) blocks.push(tex);
    else if (language === 'mermaid')
      blocks.push(labels([...code.matchAll(/\[(.*?)\]/g)].map(([, label = '']) => label)));
    else blocks.push(...code.split('\n'));
  }
  return blocks.map(tidy).filter(Boolean);
}

/** A diagram as the list of its labels. */
export function labels(texts: Iterable<string>): string {
  return `diagram: ${[...texts].map(tidy).sort().join(', ')}`;
}

/** Text without what only its source needs. */
export function tidy(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
