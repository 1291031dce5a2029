/*
 * Mermaid reads labels in a dozen ways, each of which drops or mangles something (mermaid#7015, #7016): `>`, entities,
 * tags, code. What a label means is therefore carried through it in characters of the private use area, which none
 * of them touches: a character that is markup by one of those, and what is bold and the like by one behind each
 * character that is.
 */

/** How characters are set, as bits; the number of a link stands above them. */
export const Style = { bold: 1, italic: 2, small: 4, strike: 8, underline: 16 } as const;
const LINK = 32;

/** Of a `<small>`, in em. */
export const SMALL = 0.85;

const FIRST_CHARACTER = 0xee00;
const FIRST_STYLE = 0xf000;
export const CHARACTERS = /[\uee00-\ueeff]/g;
const STYLES = /[\uf000-\uf7ff]/;
const STYLED = /([^\uf000-\uf7ff\uee0a\s]?)([\uf000-\uf7ff]*)([\s\uee0a]*)/gu;

const ESCAPED: Record<string, string> = { '&lt;': '<', '&gt;': '>', '&amp;': '&' };

/**
 * A place where a label may be broken, for what breaks at blanks alone: a blank, and a character that is one for
 * JavaScript and has no width.
 */
export const BREAK_HERE = ' \ufeff';
const BREAKS = / *\ufeff */g;

export interface Run {
  text: string;
  /** Bits of `Style`. */
  style: number;
  /** Index of a link's address, from 1; 0 for none. */
  link: number;
}

/** Returns the character that stands for one, which must be of Latin-1: `>` or a no-break space. */
export function protect(character: string): string {
  return String.fromCharCode(FIRST_CHARACTER + character.charCodeAt(0));
}

/** Returns the text with a style added to all of its characters but spaces. */
export function addStyle(text: string, style: number, link = 0): string {
  return text.replace(STYLED, (_, character: string, styles: string, space: string) => {
    if (!character) return space;
    const before = styles ? styles.charCodeAt(0) - FIRST_STYLE : 0;
    return character + String.fromCharCode(FIRST_STYLE + (before | style | (link * LINK))) + space;
  });
}

/** Returns the text with the characters that others stood for, and without styles. */
export function plainText(text: string): string {
  return runsOf(text)
    .map((run) => run.text)
    .join('');
}

/** Cuts a text where its style changes. Spaces are of the style of what is before them. */
export function runsOf(text: string): Run[] {
  const decoded = text
    .replace(BREAKS, '')
    // Not the author's, which are protected: some kinds escape what they then set as text.
    .replace(/&(?:lt|gt|amp);/g, (entity) => ESCAPED[entity] ?? entity)
    .replace(CHARACTERS, (character) => String.fromCharCode(character.charCodeAt(0) - FIRST_CHARACTER));
  if (!STYLES.test(decoded)) return [{ text: decoded, style: 0, link: 0 }];
  const runs: Run[] = [];
  for (const [, character = '', styles = '', space = ''] of decoded.matchAll(STYLED)) {
    const bits = styles ? styles.charCodeAt(0) - FIRST_STYLE : 0;
    const run = { text: character + space, style: bits % LINK, link: Math.floor(bits / LINK) };
    const last = runs.at(-1);
    if (last && (!character || (last.style === run.style && last.link === run.link))) last.text += run.text;
    else runs.push(run);
  }
  return runs;
}
