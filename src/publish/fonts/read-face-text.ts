import type { Element, Root } from 'hast';
import { createFinder } from '../../build/html.ts';
import { displayFamily, families, nameFace } from './families.ts';
import { fontRules, generatedText, type Font, type FontRule } from './font-rules.ts';

/** What a page shows in the site's own faces: by name of the face and by character, the element that shows it first. */
export type FaceText = ReadonlyMap<string, ReadonlyMap<string, Element>>;

/** The characters that a page shows, by the name of the face that they are set in. */
export type ShownText = Readonly<Record<string, string>>;

/** Written by no glyph: controls, joiners, variation selectors. */
const invisible = /^[\p{Cc}\p{Default_Ignorable_Code_Point}]$/u;

/** Returns what a page shows in which of the site's own faces, by the rules of font-rules.ts. */
export function readFaceText(tree: Root): FaceText {
  const finder = createFinder(tree);
  const shown = new Map<string, Map<string, Element>>();
  // A page that only forwards has no style sheet, and is set in the reader's own faces.
  if (!finder.first('style')) return shown;

  const show = (text: string, font: Font, element: Element): void => {
    const face = faceOf(font);
    if (!face || !text.trim()) return;
    const characters = shown.get(face) ?? new Map<string, Element>();
    shown.set(face, characters);
    // Line breaks and tabs in the source are shown as spaces.
    for (const character of text.replace(/[\t\n\f\r]/g, ' '))
      if (!characters.has(character) && !invisible.test(character)) characters.set(character, element);
  };

  const rules = new Map<Element, FontRule[]>();
  for (const rule of fontRules)
    for (const element of finder.all(rule.selector))
      rules.set(element, [...(rules.get(element) ?? []), rule]);

  const walk = (parent: Root | Element, inherited: Font): void => {
    for (const child of parent.children)
      if (child.type === 'text' && parent.type === 'element') show(child.value, inherited, parent);
      else if (child.type === 'element')
        walk(
          child,
          (rules.get(child) ?? []).reduce<Font>((font, rule) => ({ ...font, ...rule }), inherited),
        );
  };
  walk(tree, { family: '', weight: 400, style: 'normal' });
  for (const { selector, text } of generatedText)
    for (const element of finder.all(selector))
      show(text, { family: displayFamily, weight: 700, style: 'normal' }, element);
  return shown;
}

/** Returns only which characters are shown, sorted, as data: `{ 'Edition Serif 700': '校注' }`. */
export function listShown(text: FaceText): ShownText {
  return Object.fromEntries(
    [...text].map(([face, characters]) => [face, [...characters.keys()].sort().join('')]),
  );
}

/** Returns the name of the face that a browser takes for a font: style before weight (CSS Fonts 4, section 5.2). */
export function faceOf({ family: name, weight, style }: Font): string | undefined {
  const family = families.find((one) => one.name === name);
  if (!family) return undefined;
  const inStyle = family.faces.filter((face) => face.style === style);
  const faces = inStyle.length ? inStyle : family.faces;
  const face = faces.find((one) => one.weight === weight) ?? faces[0];
  return face && nameFace(family, face);
}
