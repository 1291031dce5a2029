const digits = '零一二三四五六七八九';
const units = ['', '十', '百', '千'];
const largest = 99_999_999;

/**
 * Writes a number as Chinese books number notes and chapters: 1 → 一, 10 → 十, 105 → 一百零五, 1001 → 一千零一,
 * 10050 → 一万零五十. These are the rules of `simp-chinese-informal` in CSS Counter Styles
 * (https://www.w3.org/TR/css-counter-styles-3/#simp-chinese-informal): zeros at the end fall away, others side by side
 * become one 零, and 一十 at the beginning is 十. That list ends at 9999; above, 万 parts two such numbers.
 *
 * @param value a whole number from 1 to 99,999,999
 * @throws RangeError outside of that
 */
export function hanNumeral(value: number): string {
  if (!Number.isInteger(value) || value < 1 || value > largest) {
    throw new RangeError(`No numeral for ${value}: notes and chapters are numbered from 1 to ${largest}.`);
  }
  const [myriads, rest] = [Math.floor(value / 10_000), value % 10_000];
  const head = myriads ? `${belowMyriad(myriads)}万` : '';
  const gap = head && rest && rest < 1000 ? '零' : '';
  return `${head}${gap}${belowMyriad(rest)}`.replace(/^一十/, '十');
}

/**
 * Reads what hanNumeral writes: 二十一 → 21; undefined when it is no such numeral.
 */
export function parseHanNumeral(numeral: string): number | undefined {
  const parts = /^(?:(.+)万)?(.*)$/.exec(numeral.replace(/^十/, '一十'));
  const value = sum(parts?.[1] ?? '') * 10_000 + sum(parts?.[2] ?? '');
  return value >= 1 && value <= largest && hanNumeral(value) === numeral ? value : undefined;
}

/** 1050 → 一千零五十; '' for 0. */
function belowMyriad(value: number): string {
  return [3, 2, 1, 0]
    .map((power) => {
      const digit = Math.floor(value / 10 ** power) % 10;
      return digit ? `${digits[digit]}${units[power]}` : '零';
    })
    .join('')
    .replace(/^零+|零+$/g, '')
    .replace(/零+/g, '零');
}

/** 一千零五十 → 1050; what stands between digits and units counts for nothing. */
function sum(numeral: string): number {
  return [...numeral.matchAll(/([一二三四五六七八九])([十百千]?)/g)]
    .map(([, digit = '', unit = '']) => digits.indexOf(digit) * 10 ** units.indexOf(unit))
    .reduce((total, part) => total + part, 0);
}
