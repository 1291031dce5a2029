/**
 * The moment that a date of the data stands for on an axis: 2025-08-21, or the middle of 2025-08.
 *
 * @returns milliseconds, as `Date` counts them
 */
export function moment(date: string): number {
  return Date.parse(date.length === 7 ? `${date}-15` : date);
}

/** 2025年8月21日, 2025年8月. */
export function formatDate(date: string): string {
  const [year = '', month = '', day] = date.split('-');
  return `${year}年${Number(month)}月${day ? `${Number(day)}日` : ''}`;
}
