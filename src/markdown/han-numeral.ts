const digits = '零一二三四五六七八九';

/**
 * Writes a number as Chinese books number notes and chapters: 1 → 一, 10 → 十, 21 → 二十一, 105 → 一百零五.
 *
 * @param value a whole number from 1 to 999
 * @throws RangeError outside of that
 */
export function hanNumeral(value: number): string {
  if (!Number.isInteger(value) || value < 1 || value > 999) {
    throw new RangeError(`No numeral for ${value}: notes and chapters are numbered from 1 to 999.`);
  }
  const [hundreds, tens, ones] = [Math.floor(value / 100), Math.floor(value / 10) % 10, value % 10];
  const head = hundreds ? `${digits[hundreds]}百` : '';
  const gap = hundreds && !tens && ones ? '零' : '';
  const middle = tens ? `${tens === 1 && !hundreds ? '' : digits[tens]}十` : '';
  return head + gap + middle + (ones ? (digits[ones] ?? '') : '');
}

/**
 * Reads what hanNumeral writes: 二十一 → 21; undefined when it is no numeral from 一 to 九百九十九.
 */
export function parseHanNumeral(numeral: string): number | undefined {
  for (let value = 1; value <= 999; value++) if (hanNumeral(value) === numeral) return value;
  return undefined;
}
