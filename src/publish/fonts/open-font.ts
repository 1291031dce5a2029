import { openSync } from 'fontkit';

/** What is asked of a complete font. */
export interface SourceFont {
  /** `Noto Serif SC Bold`. */
  fullName: string;
  /** Who holds the rights in it, and under which licence it may be used, in its own words. */
  copyright: string;
  licence: string;
  has: (character: string) => boolean;
}

/**
 * Opens a font file. The largest takes a tenth of a second: open it once for all that is to be asked of it.
 *
 * @throws Error when it is not there or not a font
 */
export function openFont(file: string): SourceFont {
  const font = openSync(file);
  const { records } = font.name;
  return {
    fullName: font.fullName,
    copyright: records['copyright']?.['en'] ?? '',
    licence: records['license']?.['en'] ?? '',
    has: (character) => font.hasGlyphForCodePoint(character.codePointAt(0) ?? 0),
  };
}
