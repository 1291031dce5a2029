/** What the tests of packing read of fonts besides (see src/publish/fonts/fontkit.d.ts). */
declare module 'fontkit' {
  export interface Font {
    numGlyphs: number;
    getGlyph(id: number): { path: { toSVG(): string }; bbox: unknown; advanceWidth: number };
  }
}
