import type { Element } from 'hast';
import { h } from 'hastscript';
import type { FontFile } from './cut-faces.ts';

/**
 * The `@font-face` rules of a page. The text is there at once in the reader's own faces, and is set anew when
 * a font has come.
 *
 * @param folder address of the folder that the files stand in, with a slash at its end
 */
export function declareFaces(files: FontFile[], folder: string): string {
  return files
    .map(({ family, face, name, characters }) => {
      const range = characters ? `;unicode-range:${unicodeRange(characters)}` : '';
      return (
        `@font-face{font-family:${family.name};font-style:${face.style};font-weight:${face.weight};` +
        `font-display:swap;src:url(${folder}${name})format("woff2")${range}}`
      );
    })
    .join('');
}

/** The links by which a browser asks for what the first screen needs before it has laid the page out. */
export function preloadFaces(files: FontFile[], folder: string): Element[] {
  return files
    .filter(({ family, core }) => family.preload && core)
    .map(({ name }) =>
      h('link', { rel: 'preload', href: folder + name, as: 'font', type: 'font/woff2', crossOrigin: '' }),
    );
}

/** `[' ', '1', '2', '3']` is `U+20,U+31-33`. */
function unicodeRange(characters: string[]): string {
  const codePoints = characters.map((character) => character.codePointAt(0) ?? 0).sort((a, b) => a - b);
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
