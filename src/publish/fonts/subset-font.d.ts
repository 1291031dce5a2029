/** The part of subset-font that is used here; the package brings no types. */
declare module 'subset-font' {
  export interface Options {
    targetFormat: 'sfnt' | 'woff' | 'woff2';
    /** OpenType features to keep; undefined for all. */
    retainFeatures?: string[] | undefined;
    /** Keep no glyph that only a feature leads to. */
    noLayoutClosure?: boolean;
    noHinting?: boolean;
    /** Entries of the name table beyond 0–6. */
    preserveNameIds?: number[];
  }
  export default function subsetFont(font: Buffer, characters: string, options: Options): Promise<Buffer>;
}
