/** A character of a paragraph; '' for what is set like one: a formula, a picture. */
export interface Sign {
  text: string;
  /** In em of the text. */
  width: number;
}

/** What the style sheet puts between Chinese and other letters (`text-autospace`), in em. */
const autospace = 0.125;

const chinese = /[\u2e80-\u303f\u30a0-\ufe4f\uff00-\uffef“”‘’…—]/u;
const closing = /[，。、；：？！）》”’〕…—～%,.;:!?)\]\u2060\u00a0]/u;
const opening = /[（《“‘〔([\u2060\u00a0]/u;
const breaking = /[\s\u200b-]/u;

/**
 * Would a line gape if a browser put into each as much as it can hold, and justified it? Widths are estimates: which
 * letters a reader's system has is not known.
 *
 * @param width of a line, in em
 * @param loosest by how much each of a line's gaps may be wider, in em
 */
export function hasLooseLine(signs: readonly Sign[], width: number, loosest: number): boolean {
  let filled = 0;
  let gaps = 0;
  for (const word of wordsOf(signs)) {
    if (filled > 0 && filled + word.width > width) {
      if ((width - filled) / Math.max(gaps - 1, 1) > loosest) return true;
      filled = gaps = 0;
    }
    // What is longer than a line is broken anywhere, or fills it.
    filled += word.width > width ? word.width % width || width : word.width;
    gaps += word.gaps;
  }
  return false;
}

/** What is not broken: its width, and how many places justification can widen in it and behind it. */
function wordsOf(signs: readonly Sign[]): { width: number; gaps: number }[] {
  const words: { width: number; gaps: number }[] = [];
  signs.forEach((sign, index) => {
    const before = signs[index - 1];
    let word = words.at(-1);
    if (!word || !before || mayBreak(before.text, sign.text)) words.push((word = { width: 0, gaps: 0 }));
    if (before?.text && sign.text && isChinese(before.text) !== isChinese(sign.text)) word.width += autospace;
    word.width += sign.width;
    if (isChinese(sign.text) || breaking.test(sign.text)) word.gaps++;
  });
  return words;
}

function mayBreak(before: string, next: string): boolean {
  if (closing.test(next) || /\s/.test(next)) return false;
  if (breaking.test(before)) return before !== '\u00a0';
  if (opening.test(before)) return false;
  return !before || !next || isChinese(before) || isChinese(next);
}

/** Is it a character as wide as the text is high? */
export function isChinese(sign: string): boolean {
  return chinese.test(sign);
}
