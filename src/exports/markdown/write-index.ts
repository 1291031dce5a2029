import type { Book } from '../book.ts';
import type { ExportedPart } from '../export-part.ts';
import { site } from '../../site.ts';
import { addressOf } from './address-of.ts';

/**
 * Lists the book for machines that read, after llmstxt.org: title, what it is, then the files by kind; what can
 * be left out comes last.
 */
export function writeIndex(book: Book, parts: readonly ExportedPart[]): string {
  const at = (file: string): string => addressOf(book.base + file, book);
  const entry = ({ name, title, numeral, lead }: ExportedPart): string =>
    `- [${numeral && `${numeral}　`}${title}](${at(`${name}.md`)})${lead && `：${lead}`}`;
  const chapters = parts.filter(({ place }) => place === 'front' || place === 'chapter');
  const back = parts.filter(({ place }) => place === 'back');
  return [
    `# ${site.title}`,
    `> ${site.description}`,
    `原文作者：${site.author}。Markdown 里引用块是编者的话，其余是原文；公式是 TeX，图是 Mermaid，脚注是文献。`,
    '## 正文',
    chapters.map(entry).join('\n'),
    '## 书后',
    back.map(entry).join('\n'),
    '## Optional',
    [
      `- [全书](${at('llms-full.txt')})：以上各篇合为一个文件`,
      `- [EPUB](${at('book.epub')})：供电子书阅读器`,
      `- [全书一页](${at('print/')})：网页，可打印`,
    ].join('\n'),
    '',
  ]
    .join('\n\n')
    .replace(/\n+$/, '\n');
}
