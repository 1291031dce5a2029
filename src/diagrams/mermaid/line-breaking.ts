/** May not begin a line (GB/T 15834 and CLREQ, basic rules). */
const NOT_FIRST = '，。、；：？！）》〉」』】〕”’…％,.;:?!)]}%';
/** May not end a line. */
const NOT_LAST = '（《〈「『【〔“‘([{';
/** Says how the character before it is set (`text/private-use.ts`). */
const STYLE = /[\uf000-\uf7ff]/g;
const CHINESE = /[\u3000-\u9fff\uff00-\uffef]/;
const WORD_PART = /^[\w.+-]$/;
/** A longer Latin word may be broken rather than leave its box. */
const LONGEST_WORD = 18;

/**
 * Mermaid breaks long Chinese labels between any two graphemes of `Intl.Segmenter`. Gluing punctuation
 * to its neighbour, and the letters of a Latin word to each other, makes it break where one may.
 */
export class ChineseSegmenter extends Intl.Segmenter {
  override segment(text: string): Intl.Segments {
    const segments = super.segment(text);
    const splitsGraphemes = this.resolvedOptions().granularity === 'grapheme';
    if (!splitsGraphemes || !(CHINESE.test(text) || text.search(STYLE) >= 0)) return segments;
    const glued = glue(Array.from(segments, ({ segment }) => segment));
    // Mermaid only iterates over the result.
    return glued.map((segment) => ({ segment })) as unknown as Intl.Segments;
  }
}

/** Joins what must stay on one line. */
export function glue(graphemes: readonly string[]): string[] {
  const glued: string[] = [];
  for (const grapheme of graphemes) {
    const previous = glued.at(-1);
    const last = previous?.replace(STYLE, '').at(-1) ?? '';
    const belongs =
      previous !== undefined &&
      (grapheme.search(STYLE) === 0 ||
        NOT_FIRST.includes(grapheme) ||
        NOT_LAST.includes(last) ||
        (WORD_PART.test(grapheme) && WORD_PART.test(last) && previous.length < LONGEST_WORD));
    if (belongs) glued[glued.length - 1] = previous + grapheme;
    else glued.push(grapheme);
  }
  return glued;
}
