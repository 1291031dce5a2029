import { hanNumeral, parseHanNumeral } from '../../src/build/han-numeral.ts';
import { isChapterName } from '../../src/proofreading/judges/judge-chapter-files.ts';
import type { Made } from './made.ts';
import { describeTaken, type TakenAddresses } from './taken-addresses.ts';

/**
 * Makes a chapter that builds: the next number and numeral, and one section of the editors' with an id.
 *
 * @param name its name in the address: `tokenisers` → `/tokenisers/`
 * @param chapters texts of the chapters, by the names of their files: `05-maths.mdx`
 */
export function newChapter(name: string, chapters: ReadonlyMap<string, string>, taken: TakenAddresses): Made {
  if (!isChapterName(name)) {
    return {
      refused: `"${name}" is no name for an address. Take short lower-case ASCII words with hyphens between: token-prices`,
    };
  }
  const refused = describeTaken(`/${name}/`, taken);
  if (refused) return { refused };

  const numbers = [...chapters.keys()].flatMap((file) => /^\d+/.exec(file)?.[0] ?? []);
  const width = Math.max(2, ...numbers.map(({ length }) => length));
  const number = String(Math.max(-1, ...numbers.map(Number)) + 1).padStart(width, '0');
  // Files are read in the order of their names, in which 100 comes before 99.
  if (number.length > width) {
    return {
      refused: `There is no number after ${'9'.repeat(width)}: begin the names of all chapters with a 0 more.`,
    };
  }
  const numerals = [...chapters.values()].map((text) => {
    const [, han = ''] = /^numeral: 第(.+?)章/m.exec(text) ?? [];
    return parseHanNumeral(han) ?? 0;
  });
  const file = `content/chapters/${number}-${name}.mdx`;
  return {
    file,
    text: template(hanNumeral(Math.max(0, ...numerals) + 1), `about-${name}`),
    next: [
      `Write it: ${file}. The title and the lead stand at its head; what you add goes between the tags.`,
      'npm run dev shows it while you write.',
      'When its ids are what they shall stay, npm run anchors lists them; then npm run build.',
    ],
  };
}

function template(numeral: string, id: string): string {
  return `---
kind: chapter
numeral: 第${numeral}章
title: 题目
lead: 本章是什么，核对了什么。
---

<Supplement>

## 一节的题目 {/* #${id} */}

编者的话。

</Supplement>
`;
}
