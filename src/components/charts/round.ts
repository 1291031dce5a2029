/** Returns a coordinate to a tenth of a unit: finer steps nobody sees, and each costs bytes. */
export function round(value: number): number {
  return Math.round(value * 10) / 10;
}
