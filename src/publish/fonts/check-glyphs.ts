import type { Problem } from '../../build/problem.ts';
import { showTag, type Page, type PageElement } from '../pages/read-page.ts';
import { families, type FontFamily } from './families.ts';
import type { PageText } from './face-text.ts';
import { openSource, type SourceFont } from './source-font.ts';

/** Finds characters that a page shows in a face that has no glyph for them, and families that do not exist. */
export function checkGlyphs(page: Page, { faces, unknown }: PageText): Problem[] {
  return [
    ...[...unknown].map(([name, element]) => unknownFamily(page, name, element)),
    ...families.filter(({ complete }) => complete).flatMap((family) => missing(page, family, faces)),
  ];
}

function missing(page: Page, family: FontFamily, faces: PageText['faces']): Problem[] {
  return family.faces.flatMap((face) => {
    const shown = faces.get(face);
    if (!shown) return [];
    const source = openSource(face.source);
    return [...shown]
      .filter(([codePoint]) => !source.has(codePoint))
      .map(([codePoint, element]) => missingGlyph(page, source, codePoint, element));
  });
}

function missingGlyph(page: Page, source: SourceFont, codePoint: number, element: PageElement): Problem {
  const character = String.fromCodePoint(codePoint);
  const number = `U+${codePoint.toString(16).toUpperCase().padStart(4, '0')}`;
  return {
    file: page.file,
    rule: 'missing-glyph',
    reason: `“${character}” (${number}) in ${showTag(element)} “${excerpt(element.text, character)}” is set in ${source.fullName}, which has no glyph for it.`,
    remedy: 'Write it with other characters, or set it in another face than var(--serif).',
  };
}

function unknownFamily(page: Page, name: string, element: PageElement): Problem {
  return {
    file: page.file,
    rule: 'unknown-font-family',
    reason: `${showTag(element)} is set in "${name}", which the site does not have.`,
    remedy: 'Correct the name, or add the family to src/publish/fonts/families.ts.',
    candidates: families.map((family) => family.name),
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
