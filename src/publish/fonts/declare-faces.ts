import type { FontFile } from './cut-faces.ts';

/**
 * The `@font-face` rules of a page. The text is there at once in the reader's own faces, and is set anew when
 * a font has come.
 *
 * @param folder address of the folder that the files stand in, with a slash at its end
 */
export function declareFaces(files: FontFile[], folder: string): string {
  return files
    .map(({ family, face, name, codePoints }) => {
      const range = codePoints ? `;unicode-range:${unicodeRange(codePoints)}` : '';
      return (
        `@font-face{font-family:${family.name};font-style:${face.style};font-weight:${face.weight};` +
        `font-display:swap;src:url(${folder}${name})format("woff2")${range}}`
      );
    })
    .join('');
}

/** The links by which a browser asks for what the first screen needs before it has laid the page out. */
export function preloadFaces(files: FontFile[], folder: string): string {
  return files
    .filter(({ family, core }) => family.preload && core)
    .map(({ name }) => `<link rel="preload" href="${folder}${name}" as="font" type="font/woff2" crossorigin>`)
    .join('');
}

/**
 *     [0x20, 0x31, 0x32, 0x33]   →   U+20,U+31-33
 *
 * @param codePoints sorted
 */
function unicodeRange(codePoints: number[]): string {
  const runs: [first: number, last: number][] = [];
  for (const codePoint of codePoints) {
    const run = runs.at(-1);
    if (run?.[1] === codePoint - 1) run[1] = codePoint;
    else runs.push([codePoint, codePoint]);
  }
  const hex = (codePoint: number): string => codePoint.toString(16).toUpperCase();
  return runs
    .map(([first, last]) => (first === last ? `U+${hex(first)}` : `U+${hex(first)}-${hex(last)}`))
    .join(',');
}
