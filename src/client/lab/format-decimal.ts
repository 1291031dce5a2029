const superscripts = '⁰¹²³⁴⁵⁶⁷⁸⁹';

/** A number in three or so digits: −0.528, 3,060, 4.2×10⁻¹¹. */
export function formatDecimal(value: number, digits = 3): string {
  if (!Number.isFinite(value)) return '超出范围';
  const size = Math.abs(value);
  if (size !== 0 && (size < 1e-4 || size >= 1e6)) {
    const [head = '', power = ''] = value.toExponential(1).split('e');
    return `${head.replace('-', '−')}×${formatPower(Number(power))}`;
  }
  return value.toLocaleString('en-US', { maximumSignificantDigits: digits }).replace('-', '−');
}

/** A power of ten: 10⁻³. */
export function formatPower(power: number): string {
  const raised = [...String(Math.abs(power))].map((sign) => superscripts[Number(sign)]).join('');
  return `10${power < 0 ? '⁻' : ''}${raised}`;
}
