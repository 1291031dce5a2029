/**
 * Writes a number of the lab as the book does: a true minus, separators from four digits on.
 *
 * @param as how: `0.00` has two decimals, `0%` is a share of a hundred, `0e` a power of ten
 */
export function formatRun(value: number, as = '0'): string {
  const decimals = /\.(0+)/.exec(as)?.[1]?.length ?? 0;
  if (as.endsWith('e')) {
    const [digits = '', power = ''] = value.toExponential(decimals).split('e');
    return `${digits}×10${[...String(Number(power))].map((sign) => superscripts[sign]).join('')}`;
  }
  const share = as.endsWith('%');
  const said = (share ? value * 100 : value).toLocaleString('en-US', {
    minimumFractionDigits: decimals,
    maximumFractionDigits: decimals,
  });
  return said.replace(/^-(?=.*[1-9])/, '−').replace(/^-/, '') + (share ? '%' : '');
}

const superscripts: Record<string, string> = {
  ...Object.fromEntries([...'⁰¹²³⁴⁵⁶⁷⁸⁹'].map((sign, digit) => [String(digit), sign])),
  '-': '⁻',
};
