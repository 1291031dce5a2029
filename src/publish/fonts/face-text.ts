import type { Page, PageElement } from '../pages/read-page.ts';
import { cascade, type Cascade, type ComputedStyle } from './css/cascade.ts';
import { generatedText, markerText } from './css/generated-text.ts';
import { readStyleSheet, type StyleSheet } from './css/style-sheet.ts';
import { remembered } from '../../build/remembered.ts';
import type { FontFace, FontFamily } from './families.ts';
import { matchFace } from './match-face.ts';

/** What a page shows in a face: the element that shows a character first, by code point. */
type FaceText = Map<FontFace, Map<number, PageElement>>;

/** What a page shows in the site's own faces. */
export interface PageText {
  faces: FaceText;
  /** Families that the page asks for by a name of the site's, but that the site does not have. */
  unknown: Map<string, PageElement>;
}

/** Elements whose text is not shown, with all inside of them. */
const unseen = new Set(['head', 'script', 'style', 'template', 'annotation', 'title', 'desc']);

/** Written by no glyph: controls, line breaks, joiners, variation selectors. */
const invisible = /^[\p{Cc}\p{Default_Ignorable_Code_Point}]$/u;

/**
 * Makes a function that finds what a page shows in which face: it follows the page's own style sheets, so
 * that nobody keeps a list. Where only the reader's window decides, it takes everything that may be. Pages
 * share most of their style sheets, and each is read once.
 *
 * @param families the site's own; a family counts where it stands first in a stack
 * @param prefix how the names of the site's own families begin
 */
export function faceTextReader(families: readonly FontFamily[], prefix: string): (page: Page) => PageText {
  const byName = new Map(families.map((family) => [family.name, family]));
  const cascades = new Map<string, Cascade>();
  const sheets = new Map<string, StyleSheet>();

  function cascadeOf(page: Page): Cascade {
    const texts = page.elements.filter(({ name }) => name === 'style').map(({ text }) => text);
    return remembered(cascades, texts.join('\0'), () =>
      cascade(texts.map((text) => remembered(sheets, text, () => readStyleSheet(text)))),
    );
  }

  return (page) => {
    const found: PageText = { faces: new Map(), unknown: new Map() };
    const stylesOf = cascadeOf(page);
    const styles = new Map<PageElement, ComputedStyle>();

    function show(text: string, style: ComputedStyle, element: PageElement): void {
      if (!text.trim()) return;
      for (const stack of style['font-family']) {
        const name = firstOf(stack);
        const family = byName.get(name);
        if (family) add(found.faces, facesOf(family, style), transformed(text, style), element);
        else if (name.startsWith(prefix) && !found.unknown.has(name)) found.unknown.set(name, element);
      }
    }

    for (const element of page.elements) {
      const parent = element.parent && styles.get(element.parent);
      if (unseen.has(element.name) || (element.parent && !parent)) continue;
      const { own, pseudo } = stylesOf(element, parent);
      styles.set(element, own);
      show(element.ownText, own, element);
      for (const [name, style] of pseudo)
        for (const text of pseudoText(name, style, element)) show(text, style, element);
      if (element.name === 'li' && !pseudo.has('marker'))
        for (const type of own['list-style-type']) show(markerText(type), own, element);
    }
    return found;
  };
}

/** What a pseudo-element shows: generated text, or, of the first line and letter, the element's. */
function pseudoText(name: string, style: ComputedStyle, element: PageElement): string[] {
  if (name === 'first-line' || name === 'first-letter') return [element.text];
  if (name === 'placeholder') return [element.attributes.get('placeholder') ?? ''];
  const contents = [...style.content];
  if (name !== 'marker') return contents.map((content) => generatedText(content, element));
  const markers = [...style['list-style-type']].map(markerText);
  return contents.flatMap((content) => (content === 'normal' ? markers : [generatedText(content, element)]));
}

function facesOf({ faces }: FontFamily, style: ComputedStyle): Set<FontFace> {
  const found = new Set<FontFace>();
  for (const weight of style['font-weight'])
    for (const slant of style['font-style']) found.add(matchFace(faces, Number(weight), slant));
  return found;
}

function add(to: FaceText, faces: Set<FontFace>, text: string, element: PageElement): void {
  for (const face of faces) {
    const characters = to.get(face) ?? new Map<number, PageElement>();
    to.set(face, characters);
    // Line breaks and tabs in the source are shown as spaces.
    for (const character of text.replace(/\s/g, (space) => (invisible.test(space) ? ' ' : space))) {
      const codePoint = character.codePointAt(0) ?? 0;
      if (!characters.has(codePoint) && !invisible.test(character)) characters.set(codePoint, element);
    }
  }
}

function transformed(text: string, style: ComputedStyle): string {
  const cased = [...style['text-transform']].some((transform) => transform !== 'none');
  return cased ? text + text.toUpperCase() + text.toLowerCase() : text;
}

function firstOf(stack: string): string {
  return (stack.split(',')[0] ?? '').trim().replace(/^(["'])(.*)\1$/, '$2');
}
