import { openSync } from 'fontkit';

/** What is asked of a complete font. */
export interface SourceFont {
  /** `Noto Serif SC Bold`. */
  fullName: string;
  /** Who holds the rights in it, and under which licence it may be used, in its own words. */
  copyright: string;
  licence: string;
  has: (codePoint: number) => boolean;
}

const opened = new Map<string, SourceFont>();

/**
 * Opens a font file; once a run, since the largest has 30 000 glyphs.
 *
 * @throws Error when it is not there or not a font
 */
export function openSource(file: string): SourceFont {
  const known = opened.get(file);
  if (known) return known;
  const font = openSync(file);
  const { records } = font.name;
  const source: SourceFont = {
    fullName: font.fullName,
    copyright: records['copyright']?.['en'] ?? '',
    licence: records['license']?.['en'] ?? '',
    has: (codePoint) => font.hasGlyphForCodePoint(codePoint),
  };
  opened.set(file, source);
  return source;
}
