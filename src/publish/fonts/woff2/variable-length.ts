/**
 * A number as 255UInt16 (WOFF 2.0, section 4.1): small ones in one byte.
 *
 * @param value 0 to 65,535
 */
export function uint255(value: number): number[] {
  if (value < 253) return [value];
  if (value < 253 + 256) return [255, value - 253];
  if (value < 2 * 253 + 256) return [254, value - 2 * 253];
  return [253, value >> 8, value & 0xff];
}

/**
 * A number as UIntBase128 (WOFF 2.0, section 4.1): seven bits a byte, the first first, no zeros before it.
 *
 * @param value 0 to 2³² − 1
 */
export function uintBase128(value: number): number[] {
  const bytes = [value % 128];
  for (let rest = Math.floor(value / 128); rest > 0; rest = Math.floor(rest / 128))
    bytes.unshift(128 + (rest % 128));
  return bytes;
}
