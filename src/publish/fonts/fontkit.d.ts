/** What is read here of fonts beyond what diagrams measure (see measure/fontkit.d.ts). */
declare module 'fontkit' {
  export interface Font {
    fullName: string;
    /** All code points that have a glyph. */
    characterSet: number[];
    name: {
      /** Texts of the name table by entry, then language. */
      records: Record<string, Record<string, string>>;
    };
  }
  export function create(content: Uint8Array): Font;
}
