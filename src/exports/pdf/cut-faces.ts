import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import subsetFont from 'subset-font';

/** A weight of the face that the book is printed with. */
export interface PrintFace {
  weight: string;
  /** The font, in Base64. */
  font: string;
}

const require = createRequire(import.meta.url);

/**
 * Cuts the face of running text down to what is printed. A whole one has 人 at two code points, and Chromium writes
 * the first of them into the PDF, U+2F08, a radical that no search finds.
 *
 * @param text all that is printed
 */
export async function cutFaces(text: string): Promise<PrintFace[]> {
  const files = { 400: '400Regular/NotoSansSC_400Regular', 600: '600SemiBold/NotoSansSC_600SemiBold' };
  return Promise.all(
    Object.entries(files).map(async ([weight, file]) => {
      const whole = await readFile(require.resolve(`@expo-google-fonts/noto-sans-sc/${file}.ttf`));
      const cut = await subsetFont(whole, text, { targetFormat: 'sfnt', noLayoutClosure: true });
      return { weight, font: Buffer.from(cut).toString('base64') };
    }),
  );
}
