import type { Range } from '../../markdown/edition/remark-edition-ranges.ts';

/** A line of the article that has words. */
export interface ArticleLine {
  text: string;
  file: string;
  /** Where it stands in its file, 1-based. */
  line: number;
  /** The lines without words before it: empty ones, `>` of a quotation. */
  gap: readonly string[];
  /** Stands something of the edition's among these, so that there may be more of them than in the article? */
  apart: boolean;
}

/** Stands for what was taken away. Control characters are not in texts. */
const cut = '\u0000';

/**
 * Subtracts the edition from a chapter, line by line. What is left is the article's source, with nothing changed.
 *
 *     他是<Lemma for="a">副教授</Lemma>，<Ref to="b" />   →   他是副教授，
 *     ## 2.1 数据 {/* #data *\/}                          →   ## 2.1 数据
 *     <Note id="a" …>…</Note>                            →   (no line at all)
 *
 * @param file path of the chapter, or of the article itself
 * @param source its text, without frontmatter or with a blank one
 * @param ranges what to take away; see remarkEditionRanges
 */
export function readArticleLines(file: string, source: string, ranges: readonly Range[] = []): ArticleLine[] {
  const lines: ArticleLine[] = [];
  let [gap, apart]: [string[], boolean] = [[], true];
  for (const [index, line] of subtract(source, ranges).split('\n').entries()) {
    const text = line.replaceAll(cut, '');
    if (/[^\s>]/.test(text)) {
      lines.push({ text, file, line: index + 1, gap, apart });
      [gap, apart] = [[], false];
    } else if (text === line) gap.push(line);
    else apart = true;
  }
  return lines;
}

function subtract(source: string, ranges: readonly Range[]): string {
  let [rest, from] = ['', 0];
  for (const [start, end] of ranges) {
    rest += source.slice(from, start) + source.slice(start, end).replace(/[^\n]+/g, cut);
    from = end;
  }
  return rest + source.slice(from);
}
