import { openSync, type Font } from 'fontkit';
import type { FaceWeight, FontFiles } from '../diagram.ts';
import { runsOf, SMALL, Style } from '../text/private-use.ts';

/** Vertical measures of a face at a size, in px. */
export interface VerticalMetrics {
  /** Rounded to whole px, as Chromium does for boxes of text. */
  ascent: number;
  descent: number;
  exactAscent: number;
  exactDescent: number;
  xHeight: number;
}

/** Zero-width space and joiner, and the emoji variation selector. */
const INVISIBLE = /\u200b|\u200d|\ufe0f/g;
/** One picture, of however many characters. */
const EMOJI = /(\p{RGI_Emoji}|\p{Extended_Pictographic})/v;
/** Of the fonts of Apple and Google, in em. */
const EMOJI_WIDTH = 1.25;
/** Han and nothing else: 1 em each, no need to shape it. */
const HAN_ONLY = /^[\u4e00-\u9fff]*$/;

/** Advances and heights of the page's face, its files opened at first need. */
export class FontMetrics {
  readonly #files: FontFiles;
  readonly #fonts = new Map<FaceWeight, Font>();
  readonly #widths = new Map<string, number>();

  constructor(files: FontFiles) {
    this.#files = files;
  }

  /** Returns the width in px of a line of text without letter spacing. */
  width(text: string, weight: number, size: number): number {
    const face = faceFor(weight);
    const font = this.#open(face);
    const key = `${face} ${text}`;
    const units = this.#widths.get(key) ?? this.#measureRuns(text, face);
    this.#widths.set(key, units);
    return units * pixelsPerUnit(font, size);
  }

  vertical(weight: number, size: number): VerticalMetrics {
    const font = this.#open(faceFor(weight));
    const scale = size / font.unitsPerEm;
    return {
      ascent: Math.round(font.ascent * scale),
      descent: Math.round(-font.descent * scale),
      exactAscent: font.ascent * scale,
      exactDescent: -font.descent * scale,
      xHeight: font.xHeight * scale,
    };
  }

  /** Width in font units, of whatever a text carries through Mermaid. */
  #measureRuns(text: string, face: FaceWeight): number {
    return runsOf(text).reduce((sum, run) => {
      const units = this.#measure(run.text, this.#open(run.style & Style.bold ? 700 : face));
      return sum + units * (run.style & Style.small ? SMALL : 1);
    }, 0);
  }

  #measure(text: string, font: Font): number {
    if (HAN_ONLY.test(text)) return text.length * font.unitsPerEm;
    return text.split(EMOJI).reduce((units, run, index) => {
      const isEmoji = index % 2 === 1 && !font.hasGlyphForCodePoint(run.codePointAt(0) ?? 0);
      if (isEmoji) return units + EMOJI_WIDTH * font.unitsPerEm;
      return units + font.layout(run.replace(INVISIBLE, '')).advanceWidth;
    }, 0);
  }

  #open(face: FaceWeight): Font {
    const known = this.#fonts.get(face);
    if (known) return known;
    const font = openSync(this.#files[face]);
    this.#fonts.set(face, font);
    return font;
  }
}

/** CSS font matching with the three weights at hand: lighter ones downwards, heavier ones upwards. */
function faceFor(weight: number): FaceWeight {
  if (weight <= 500) return 400;
  return weight <= 600 ? 600 : 700;
}

/**
 * FreeType, which Chromium draws with, keeps the scale of a size as a 16.16 fixed-point factor from font
 * units to 1/64 px. Its rounding decides whether 16 Han of 15 px fit in 240 px: they do not.
 */
function pixelsPerUnit(font: Font, size: number): number {
  return Math.round((size * 64 * 0x10000) / font.unitsPerEm) / (64 * 0x10000);
}
