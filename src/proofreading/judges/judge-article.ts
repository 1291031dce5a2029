import type { Problem } from '../../build/problem.ts';
import type { ArticleLine } from '../reading/article-lines.ts';
import { differences } from './align.ts';

/**
 * Holds what is left of the chapters against the article: the same lines, in the same order, with the same empty lines
 * between. Only where the edition has put something there may be more or fewer of these; no paragraph is cut in two by it.
 *
 * @param article lines of the article
 * @param chapters lines of all chapters, in the order of the book
 * @param articleFile path of the article, for the problems
 */
export function judgeArticle(
  article: readonly ArticleLine[],
  chapters: readonly ArticleLine[],
  articleFile: string,
): Problem[] {
  const problems: Problem[] = [];
  let [a, c] = [0, 0];
  const compareGaps = (toA: number): void => {
    for (; a < toA; a++, c++) {
      const [line, ours] = [article[a], chapters[c]];
      if (line && ours && a > 0 && !isSameGap(line, ours)) problems.push(spaced(line, ours));
    }
  };
  const found = differences(
    article.map(({ text }) => text),
    chapters.map(({ text }) => text),
  );
  for (const { left, right } of found) {
    compareGaps(left[0]);
    const expected = article.slice(...left);
    const here = chapters.slice(...right);
    const pairs = Math.min(expected.length, here.length);
    for (const [index, line] of expected.slice(0, pairs).entries())
      problems.push(altered(line, here[index] as ArticleLine));
    const before = chapters[right[0] - 1];
    for (const line of expected.slice(pairs))
      problems.push(dropped(line, before ?? chapters[0], before ? 'After' : 'Before'));
    problems.push(...here.slice(pairs).map(added));
    [a, c] = [left[1], right[1]];
  }
  compareGaps(article.length);
  return problems;

  function altered(line: ArticleLine, ours: ArticleLine): Problem {
    const column = commonLength(line.text, ours.text) + 1;
    return {
      file: ours.file,
      line: ours.line,
      column,
      rule: 'article-altered',
      reason: [
        "This line differs from the article's.",
        `the article, ${articleFile}:${line.line}:${column}:`,
        `  ${line.text}`,
        'the chapter, without what the edition has put there:',
        `  ${ours.text}`,
        `They part after ${column - 1} characters: “${tail(line.text, column)}” became “${tail(ours.text, column)}”.`,
      ].join('\n'),
      remedy: "Restore the article's words; a correction stands beside them, in an <Erratum>.",
    };
  }

  function dropped(line: ArticleLine, near: ArticleLine | undefined, side: 'Before' | 'After'): Problem {
    return {
      file: near?.file ?? articleFile,
      line: near?.line,
      column: near && 1,
      rule: 'article-dropped',
      reason: `${side} this, a line of the article is missing, ${articleFile}:${line.line}:\n  ${line.text}`,
      remedy: 'Put it back, as it stands there.',
    };
  }

  function spaced(line: ArticleLine, ours: ArticleLine): Problem {
    return {
      file: ours.file,
      line: ours.line,
      column: 1,
      rule: 'article-altered',
      reason: `Before this line the article, ${articleFile}:${line.line}, has ${count(line.gap)}, and the chapter ${count(ours.gap)}:\n  ${line.text}`,
      remedy: 'Restore them; what the edition puts between stands between paragraphs, and cuts none in two.',
    };
  }
}

function added(line: ArticleLine): Problem {
  return {
    file: line.file,
    line: line.line,
    column: 1,
    rule: 'article-added',
    reason: `The article has no such line here:\n  ${line.text}`,
    remedy:
      "If it is the editors', put it into a <Supplement> or a <Note>; if it is the article's, mind the order.",
  };
}

/** Lines that begin a block by themselves, whether or not an empty one stands before them. */
const ownBlock = /^\s*(?:[-*+] |\d+[.)] |#{1,6} |```|~~~)/;

function isSameGap(line: ArticleLine, ours: ArticleLine): boolean {
  if (line.gap.join('\n') === ours.gap.join('\n') && line.gap.length === ours.gap.length) return true;
  if (!ours.apart) return false;
  const [theirs, here] = [line.gap.some(isEmpty), ours.gap.some(isEmpty)];
  const within = line.gap.length > 0 && ours.gap.length >= line.gap.length;
  return (theirs && here) || (!theirs && !here && within) || ownBlock.test(line.text);
}

function isEmpty(line: string): boolean {
  return line.trim() === '';
}

function count({ length }: readonly string[]): string {
  return length === 1 ? 'one empty line' : `${length || 'no'} empty lines`;
}

/** How many characters two lines have in common at their beginning, in units of JavaScript's strings. */
function commonLength(a: string, b: string): number {
  let length = 0;
  while (length < a.length && a[length] === b[length]) length++;
  return length;
}

function tail(text: string, column: number): string {
  return [...text.slice(column - 1)].slice(0, 12).join('') || '(the end)';
}
