/** The few parts of fontkit that are used here; the package brings no types. */
declare module 'fontkit' {
  export interface Font {
    unitsPerEm: number;
    ascent: number;
    descent: number;
    lineGap: number;
    xHeight: number;
    hasGlyphForCodePoint(codePoint: number): boolean;
    /** Shapes a run with the font's default features, kerning and ligatures among them. */
    layout(text: string): {
      advanceWidth: number;
      glyphs: {
        advanceWidth: number;
        path: { toSVG(): string; bbox: { minX: number; maxX: number; minY: number; maxY: number } };
      }[];
    };
  }
  export function openSync(file: string): Font;
}
