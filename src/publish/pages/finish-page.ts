import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Seams } from './page-facts.ts';
import { placeFile } from '../../build/place-file.ts';
import { policyOf } from './policy.ts';
import { hashOf } from './seams.ts';

/** What a page is completed with. */
export interface Completion {
  /** Path in `dist`. */
  file: string;
  seams: Seams;
  /** `@font-face` rules, CSS. */
  faces: string;
  /** Links that ask for fonts, HTML. */
  preload: string;
  /** How large files are, in the order of the page's seams. */
  sizes: string[];
}

/** Completes a page in its file, in a thread. */
export default function finishPage(completion: Completion, { dist }: { dist: string }): void {
  const { file } = completion;
  const html = readFileSync(path.join(dist, file), 'utf8');
  placeFile(dist, file, Buffer.from(completePage(html, completion)));
}

/**
 * Puts into a page what only the whole site knows: its fonts, the sizes of files, and the policy that names its styles and
 * scripts by their hashes.
 */
export function completePage(
  html: string,
  { seams, faces, preload, sizes }: Omit<Completion, 'file'>,
): string {
  const { charset, style } = seams;
  const fonts = style !== undefined && charset !== undefined ? faces : '';
  const text = style && html.slice(style.at, style.at + style.length);
  const styles = [...(text === undefined ? [] : [hashOf(fonts + text)]), ...seams.styles];
  const insertions = [
    ...(charset === undefined
      ? []
      : [{ at: charset, text: policyOf(seams.scripts, [...new Set(styles)]) + (fonts && preload) }]),
    ...(style ? [{ at: style.at, text: fonts }] : []),
    ...seams.sizes.map(({ at }, index) => ({ at, text: `（${sizes[index] ?? ''}）` })),
  ];
  let whole = '';
  let done = 0;
  for (const insertion of insertions.sort((a, b) => a.at - b.at)) {
    whole += html.slice(done, insertion.at) + insertion.text;
    done = insertion.at;
  }
  return whole + html.slice(done);
}
