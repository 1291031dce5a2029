import { parseHanNumeral } from '../build/han-numeral.ts';

/** The character that stands large in the margin of a chapter: 第十四章 → 四, 第一章　上 → 上. */
export function ornamentOf(numeral: string): string {
  return marked(numeral).at(-1) ?? '';
}

/**
 * What stands before a chapter's title in lists: 第四章 → 四, 第一章　上 → 一上. Where that is longer than the two
 * characters that lists have room for, it is in digits, four of which are as wide: 第三百二十一章 → 321.
 */
export function numeralMark(numeral: string): string {
  const mark = marked(numeral);
  return mark.length <= 2 ? mark : String(parseHanNumeral(mark) ?? mark);
}

function marked(numeral: string): string {
  return numeral.replace(/[第章　]/g, '');
}
