import type { Element } from 'hast';
import { h } from 'hastscript';
import { writeHtml } from '../../build/html.ts';
import { hashOf, policyOf } from './policy.ts';

/** What stands in the comment behind the charset, in whose place come policy and fonts. */
export const fontsPlace = 'policy and fonts';

/** What stands in a comment in whose place comes the size of a file. */
export function sizePlace(file: string): string {
  return `size of ${file}`;
}

/** A page but for what only the whole site knows. */
export interface PageDraft {
  html: string;
  /** Hashes of what runs and of the styles, as a policy names them. */
  scripts: string[];
  styles: string[];
}

/** What a page asks for. */
export interface PageFonts {
  /** `@font-face` rules, CSS. */
  faces: string;
  preload: Element[];
}

/**
 * Puts into a page what only the whole site knows: the policy that names its styles and scripts by their hashes, its fonts,
 * and the sizes of files.
 *
 * @param sizeOf returns how many bytes a file of the site has
 */
export function completePage(
  { html, scripts, styles }: PageDraft,
  { faces, preload }: PageFonts,
  sizeOf: (file: string) => number,
): string {
  const own = faces ? [hashOf(faces)] : [];
  const head = [policyOf(scripts, [...own, ...styles]), ...preload, ...(faces ? [h('style', faces)] : [])];
  return html
    .replace(`<!--${fontsPlace}-->`, () => writeHtml(head))
    .replace(/<!--size of (.*?)-->/g, (_, file: string) => `（${formatBytes(sizeOf(file))}）`);
}

/** Returns 312 KB, 1.2 MB, with a space that does not break. */
function formatBytes(bytes: number): string {
  return bytes < 1024 * 1024
    ? `${Math.ceil(bytes / 1024)}\u00a0KB`
    : `${(bytes / 1024 / 1024).toFixed(1)}\u00a0MB`;
}
