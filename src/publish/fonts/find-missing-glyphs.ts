import type { Element, Root } from 'hast';
import { textOf } from '../../build/html.ts';
import type { Problem } from '../../build/problem.ts';
import { families, nameFace } from './families.ts';
import { openFont } from './open-font.ts';
import { readFaceText, type ShownText } from './read-face-text.ts';

/**
 * Finds characters that pages show in a face that has no glyph for them, where its family is to have one for all.
 *
 * @param pages path of each in `dist`, and what it shows
 * @param readTree parses the page at such a path: it is asked for where a character is only when one has no glyph
 */
export function findMissingGlyphs(
  pages: readonly { file: string; shown: ShownText }[],
  readTree: (file: string) => Root,
): Problem[] {
  const complete = families.filter((family) => family.complete);
  return complete.flatMap((family) =>
    family.faces.flatMap((face) => {
      const name = nameFace(family, face);
      const { fullName, has } = openFont(face.source);
      return pages.flatMap(({ file, shown }) => {
        const missing = [...(shown[name] ?? '')].filter((character) => !has(character));
        if (!missing.length) return [];
        const elements = readFaceText(readTree(file)).get(name);
        return missing.map((character) => missingGlyph(file, fullName, character, elements?.get(character)));
      });
    }),
  );
}

function missingGlyph(file: string, font: string, character: string, element: Element | undefined): Problem {
  const number = `U+${character.codePointAt(0)?.toString(16).toUpperCase().padStart(4, '0')}`;
  const place = element ? ` in <${element.tagName}> “${excerpt(textOf(element), character)}”` : '';
  return {
    file,
    rule: 'missing-glyph',
    reason: `“${character}” (${number})${place} is set in ${font}, which has no glyph for it.`,
    remedy: 'Write it with other characters, or set it in another face than var(--serif).',
  };
}

/** The text around a character. */
function excerpt(text: string, character: string): string {
  const line = text.replace(/\s+/g, ' ').trim();
  const at = line.indexOf(character);
  const start = Math.max(0, at - 12);
  const end = start + 30;
  return `${start > 0 ? '…' : ''}${line.slice(start, end)}${line.length > end ? '…' : ''}`;
}
