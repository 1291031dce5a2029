import { differences } from './align.ts';
import type { Block } from '../reading/article-blocks.ts';
import { at, type Problem } from '../../build/problem.ts';

/** A block of the article as a chapter has it. */
export interface ChapterBlock extends Block {
  file: string;
}

/**
 * Holds the article's layer of the chapters against the article: every block once, in order, unchanged.
 *
 * @param article blocks of the article
 * @param chapters blocks of all chapters, in the order of the book
 * @param articleFile path of the article, for the problems
 */
export function judgeArticle(article: Block[], chapters: ChapterBlock[], articleFile: string): Problem[] {
  const placeOf = (block: Block) => `${articleFile}:${block.point?.line ?? '?'}`;
  return differences(article.map(keyOf), chapters.map(keyOf)).flatMap(({ left, right }) => {
    const expected = article.slice(...left);
    const found = chapters.slice(...right);
    const problems: Problem[] = [];
    while (expected.length && found.length) {
      const [block, chapterBlock] = [expected[0] as Block, found[0] as ChapterBlock];
      if (block.kind !== chapterBlock.kind && expected.length !== found.length) {
        // One of the two has no partner: the longer side gives.
        if (expected.length > found.length)
          problems.push(dropped(expected.shift() as Block, chapterBlock, 'Before'));
        else problems.push(added(found.shift() as ChapterBlock));
        continue;
      }
      expected.shift();
      found.shift();
      problems.push(altered(block, chapterBlock));
    }
    const before = chapters[right[0] - 1];
    const near = before ?? chapters[0];
    return [
      ...problems,
      ...expected.map((block) => dropped(block, near, before ? 'After' : 'Before')),
      ...found.map(added),
    ];
  });

  function altered(block: Block, chapterBlock: ChapterBlock): Problem {
    return {
      file: chapterBlock.file,
      ...at(chapterBlock.point),
      rule: 'article-altered',
      reason: [
        `This ${chapterBlock.kind} differs from the article's.`,
        `the article, ${placeOf(block)}:`,
        `  ${block.text}`,
        'the chapter:',
        `  ${chapterBlock.text}`,
        parting(block.text, chapterBlock.text),
      ].join('\n'),
      remedy: "Restore the article's words; a correction stands beside them, in an <Erratum>.",
    };
  }

  function dropped(block: Block, near: ChapterBlock | undefined, side: 'Before' | 'After'): Problem {
    return {
      file: near?.file ?? articleFile,
      ...at(near?.point),
      rule: 'article-dropped',
      reason: `${side} this, a ${block.kind} of the article is missing, ${placeOf(block)}:\n  ${block.text}`,
      remedy: 'Put it back, as it stands there.',
    };
  }

  function added(block: ChapterBlock): Problem {
    return {
      file: block.file,
      ...at(block.point),
      rule: 'article-added',
      reason: `The article has no such ${block.kind} here:\n  ${block.text}`,
      remedy:
        "If it is the editors', put it into a <Supplement> or a <Note>; if it is the article's, mind the order.",
    };
  }
}

function keyOf({ kind, text }: Block): string {
  return `${kind}\n${text}`;
}

/** Says where two readings part. */
function parting(a: string, b: string): string {
  const [left, right] = [[...a], [...b]];
  let index = 0;
  while (index < left.length && left[index] === right[index]) index++;
  const tail = (characters: string[]) => characters.slice(index, index + 12).join('') || '(the end)';
  return `They part after ${index} characters: “${tail(left)}” became “${tail(right)}”.`;
}
