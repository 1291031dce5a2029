/** 312 KB, 1.2 MB, with a space that does not break. */
export function sayBytes(bytes: number): string {
  return bytes < 1024 * 1024
    ? `${Math.ceil(bytes / 1024)}\u00a0KB`
    : `${(bytes / 1024 / 1024).toFixed(1)}\u00a0MB`;
}
