import type { PictureText } from './layout.ts';

/**
 * Returns a picture's text as its fonts can draw it. What they lack is written as plain text has it, else left out.
 *
 *     10²⁵ → 10^25   x₅ → x5   甲😀 → 甲, and 😀 is missing
 *
 * @param has says whether a font has a glyph for a character
 */
export function drawableText(
  text: PictureText,
  has: (character: string) => boolean,
): { text: PictureText; missing: string[] } {
  const missing = new Set<string>();
  const hasAll = (part: string): boolean => [...part].every(has);
  const draw = (part: string): string =>
    [...part.replace(/[⁰¹²³⁴-⁹⁺⁻ⁿ]+/gu, (run) => (hasAll(run) ? run : `^${run.normalize('NFKC')}`))]
      .map((character) => {
        if (has(character)) return character;
        const plain = character
          .replace('≔', ':=')
          .normalize('NFKC')
          .replace(/\p{Default_Ignorable_Code_Point}/gu, '');
        if (hasAll(plain)) return plain;
        missing.add(character);
        return '';
      })
      .join('');
  const { kicker, number, title, lead, ornament } = text;
  const drawn = {
    ...{ kicker: draw(kicker), number: draw(number), title: draw(title) },
    ...{ lead: draw(lead), ornament: draw(ornament) },
  };
  return { text: drawn, missing: [...missing] };
}
