const digits = '零一二三四五六七八九';
const units = ['', '十', '百', '千'];

/**
 * Writes a number as Chinese books number notes and chapters: 1 → 一, 10 → 十, 21 → 二十一, 105 → 一百零五.
 *
 * @param value a whole number from 1 to 9999
 * @throws RangeError outside of that
 */
export function hanNumeral(value: number): string {
  if (!Number.isInteger(value) || value < 1 || value > 9999) {
    throw new RangeError(`No numeral for ${value}: notes and chapters are numbered from 1 to 9999.`);
  }
  const places = [...String(value)].map(Number);
  const said = places.map((digit, index) =>
    digit ? `${digits[digit]}${units[places.length - 1 - index]}` : '零',
  );
  return said.join('').replace(/零+/g, '零').replace(/零$/, '').replace(/^一十/, '十');
}

/**
 * Reads what hanNumeral writes: 二十一 → 21; undefined when it is no numeral from 一 to 九千九百九十九.
 */
export function parseHanNumeral(numeral: string): number | undefined {
  const value = [...numeral.matchAll(/([一二三四五六七八九]?)([千百十]?)/g)].reduce(
    (sum, [said, digit = '', unit = '']) =>
      said ? sum + digits.indexOf(digit || '一') * 10 ** units.indexOf(unit) : sum,
    0,
  );
  return value >= 1 && value <= 9999 && hanNumeral(value) === numeral ? value : undefined;
}
