/** What the index holds: a contract between the build, which writes records, and the dialog, which reads them. */
export interface SearchRecord {
  /** Place in the book, or, of a large one, in its part of the index, from 0: what is equal otherwise stands so. */
  order: number;
  /** Where it leads, below the base path: `/maths/#derivation`. */
  address: string;
  /** What stands before the title: 第四章 · 4.2, 勘误〔二〕 · 第四章 4.1, 参考文献 [12]. */
  head: string;
  /** 公式推导过程, 词元; '' for notes and references. */
  title: string;
  /** What else it is called: 又作, English, abbreviation. */
  names: string[];
  /** All that can be read there, a line a block. */
  text: string;
}

/** Between the characters. Pagefind takes each for a word then, and its runtime takes the mark out again. */
const apart = '\u200b';

/** Pagefind joins blanks and drops some: pictures of them stand in. The last is between the fields. */
const [blank, line, field] = ['␠', '␊', '␟'];

/**
 * Writes a record as the content that Pagefind is given. Letters and digits take their plain form (Ｇ → G), in
 * which they are asked for.
 *
 *     { …, title: '反向' }   →   0␟…␟反␟向 with U+200B between all characters
 */
export function writeContent({ order, head, title, names, text }: SearchRecord): string {
  const written = [String(order), head, title, names.join(line), text].join(field);
  const plain = written.replace(/[\p{L}\p{N}]/gu, (letter) => letter.normalize('NFKC'));
  return [...plain.replaceAll('\n', line).replaceAll(' ', blank)].join(apart);
}

/** Reads a record from the content that Pagefind hands back. */
export function readContent(address: string, content: string): SearchRecord {
  const fields = content.replaceAll(apart, '').replaceAll(blank, ' ').split(field);
  const [order = '', head = '', title = '', names = '', text = ''] = fields;
  return {
    order: Number(order),
    address,
    head,
    title,
    names: names.split(line).filter(Boolean),
    text: text.replaceAll(line, '\n'),
  };
}
