import { titleWords } from '../../../markdown/typography/title-words.ts';
import { readPalette } from '../../../palette.ts';
import { site } from '../../../site.ts';
import { pictureSize } from './picture-size.ts';

/** A box of a picture, as satori takes it. */
export interface PictureBox {
  type: 'div';
  props: { style: Record<string, string | number>; children: (PictureBox | string)[] };
}

/** What is drawn into a picture. */
export interface PictureText {
  /** 第四章. */
  kicker: string;
  /** 4.1; '' where there is none. */
  number: string;
  title: string;
  /** What the page or section says first. */
  lead: string;
  /** One character, large and pale. */
  ornament: string;
}

const margin = 80;
const width = pictureSize.width - 2 * margin;

/**
 * The opening of a chapter, as its page has it: kicker, title, 文武线, lead; and the seal of the book. The line
 * stands at the same height in every picture, so that a row of them is calm.
 */
export function layOut({ kicker, number, title, lead, ornament }: PictureText): PictureBox {
  const palette = readPalette();
  const paint = (name: string): string => palette.get(name)?.light ?? '';
  const size = titleSize(title);
  const parts = titleParts(title, width / size);
  return box(
    { width: '100%', height: '100%', backgroundColor: paint('bg'), color: paint('ink'), fontFamily: 'Serif' },
    box(
      { position: 'absolute', right: 72, top: 60, fontSize: 250, lineHeight: 1, color: paint('ghost') },
      ornament,
    ),
    column(
      { position: 'absolute', left: margin, top: 48, width, height: 304, justifyContent: 'flex-end' },
      box(
        { fontSize: 32, lineHeight: 1.5, color: paint('zhu') },
        box({ letterSpacing: '0.3em' }, kicker),
        box({ marginLeft: 12 }, number),
      ),
      column(
        { marginTop: 8, fontSize: size, lineHeight: 1.3 },
        ...parts.map((part) =>
          box(
            { flexWrap: 'wrap', width: parts.length > 1 ? width : titleWidth(title, size) },
            ...setWords(part, size),
          ),
        ),
      ),
    ),
    column(
      { position: 'absolute', left: margin, top: 372, width },
      rule(6, paint('ink')),
      box({ height: 6 }),
      rule(2, paint('ink')),
    ),
    box(
      {
        ...{ position: 'absolute', left: margin, top: 406, width },
        ...{ fontFamily: 'Sans', fontSize: 28, lineHeight: 1.6, color: paint('ink2') },
      },
      lead,
    ),
    box(
      { position: 'absolute', left: margin, top: 562, alignItems: 'center', fontSize: 28 },
      column(
        {
          ...{ marginRight: 18, padding: '5px 8px 6px', borderRadius: 5, backgroundColor: paint('seal') },
          ...{ color: '#fff', fontSize: 19, lineHeight: 1.05 },
        },
        box({}, '校'),
        box({}, '注'),
      ),
      site.brand,
    ),
  );
}

function box(style: PictureBox['props']['style'], ...children: PictureBox['props']['children']): PictureBox {
  return { type: 'div', props: { style: { display: 'flex', ...style }, children } };
}

function column(style: PictureBox['props']['style'], ...children: PictureBox[]): PictureBox {
  return box({ flexDirection: 'column', ...style }, ...children);
}

function rule(height: number, ink: string): PictureBox {
  return box({ width: '100%', height, backgroundColor: ink });
}

/** The largest size at which a title fits into two lines. */
function titleSize(title: string): number {
  return [84, 76, 68, 60].find((size) => emsOf(title) * size <= 1.9 * width) ?? 52;
}

/** The words of a title, by lines where it takes two and a comma, a colon or a question mark parts it so; else all. */
function titleParts(title: string, most: number): (readonly string[])[] {
  const words = titleWords(title);
  const long = (part: string[]): number => emsOf(part.join(''));
  if (countLines(words.map(emsOf), most) !== 2) return [words];
  const [best] = words
    .flatMap((word, index) => (/[，：；？]$/.test(word) ? [index + 1] : []))
    .map((at) => [words.slice(0, at), words.slice(at)] as const)
    .filter((parts) => parts.every((part) => part.length && long(part) <= most))
    .sort((a, b) => Math.max(...a.map(long)) - Math.max(...b.map(long)));
  return best ? [...best] : [words];
}

/**
 * The words of a line as pages set them: a mark before another is half as wide, and so is an opening one at the
 * beginning (text-spacing-trim); between Han and Latin letters or digits there is an eighth of a character
 * (text-autospace).
 */
function setWords(words: readonly string[], size: number): PictureBox[] {
  const line = words.join('');
  let at = 0;
  return words.map((word) => {
    const pieces = [...word].map((sign) => {
      const [before, next] = [line.slice(0, at), line.slice(at + sign.length)];
      at += sign.length;
      const trim = /^[“‘（《]/.test(sign) && before === '' ? { marginLeft: -size / 2 } : {};
      if (/[”’）》，。、；：]/.test(sign) && /^[”’）》，。、；：]/.test(next))
        return { sign, style: { ...trim, marginRight: -size / 2 } };
      const gap = (han.test(sign) && latin.test(next)) || (latin.test(sign) && startsHan.test(next));
      return { sign, style: gap ? { ...trim, marginRight: size / 8 } : trim };
    });
    const plain = pieces.every(({ style }) => Object.keys(style).length === 0);
    return plain
      ? box({ whiteSpace: 'pre' }, word)
      : box({}, ...joinPlain(pieces).map(({ sign, style }) => box({ whiteSpace: 'pre', ...style }, sign)));
  });
}

interface Piece {
  sign: string;
  style: { marginLeft?: number; marginRight?: number };
}

/** Puts signs together that nothing moves apart. */
function joinPlain(pieces: Piece[]): Piece[] {
  const joined: Piece[] = [];
  for (const piece of pieces) {
    const last = joined.at(-1);
    if (last && last.style.marginRight === undefined && piece.style.marginLeft === undefined)
      joined[joined.length - 1] = { sign: last.sign + piece.sign, style: { ...last.style, ...piece.style } };
    else joined.push(piece);
  }
  return joined;
}

const han = /\p{Script=Han}/u;
const startsHan = /^\p{Script=Han}/u;
const latin = /^[\p{Script=Latin}\d]/u;

/** The narrowest box in which a title takes no more lines than it must: they are then about as long. */
function titleWidth(title: string, size: number): number {
  const words = titleWords(title).map(emsOf);
  const most = width / size;
  const fewest = countLines(words, most);
  for (let ems = Math.max(Math.ceil(most / 2), ...words.map(Math.ceil)); ems < most; ems++)
    if (countLines(words, ems - 0.5) === fewest) return ems * size;
  return width;
}

function countLines(words: number[], room: number): number {
  let count = 1;
  let filled = 0;
  for (const word of words) {
    if (filled + word > room) {
      count += 1;
      filled = 0;
    }
    filled += word;
  }
  return count;
}

/** Width of a text, in full-width characters; other letters are about half as wide. */
function emsOf(text: string): number {
  const gaps = text.match(
    /(?<=\p{Script=Han})(?=[\p{Script=Latin}\d])|(?<=[\p{Script=Latin}\d])(?=\p{Script=Han})/gu,
  );
  return [...text].reduce(
    (sum, character) => sum + (character > '\u2e7f' || /[“”‘’…—]/.test(character) ? 1 : 0.6),
    (gaps?.length ?? 0) / 8,
  );
}
