const superscripts = '⁰¹²³⁴⁵⁶⁷⁸⁹';

/** A number in three or so digits: −0.528, 3,060, 4.2×10⁻¹¹. */
export function sayNumber(value: number, digits = 3): string {
  if (!Number.isFinite(value)) return '超出范围';
  const size = Math.abs(value);
  if (size !== 0 && (size < 1e-4 || size >= 1e6)) {
    const [head = '', power = ''] = value.toExponential(1).split('e');
    const raised = [...String(Math.abs(Number(power)))].map((sign) => superscripts[Number(sign)]).join('');
    return `${head.replace('-', '−')}×10${power.startsWith('-') ? '⁻' : ''}${raised}`;
  }
  return value.toLocaleString('en-US', { maximumSignificantDigits: digits }).replace('-', '−');
}
