/** The part of fontverter that is used here; the package brings no types. */
declare module 'fontverter' {
  type Format = 'sfnt' | 'woff' | 'woff2';
  const fontverter: {
    convert(font: Buffer, to: Format, from?: Format): Promise<Buffer>;
  };
  export default fontverter;
}
