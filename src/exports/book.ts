import type { Element } from 'hast';
import type { Placement } from '../site.ts';

/** The book as its exports see it: data, which threads are sent. */
export interface Book extends Placement {
  /** In the order of reading. */
  parts: Part[];
  /** The ids of the closing note, which stands on the cover's page. */
  closing: string[];
  /** How new the edition is: the latest day on which the editors looked at a source. */
  date: string | undefined;
}

/** A part of the book: a chapter, or what stands before and behind the chapters. */
export interface Part {
  /** Name of its files: `maths`; `index` for what the cover has before the contents, `closing` behind them. */
  name: string;
  /** Path of its page in `dist`: `maths/index.html`. */
  file: string;
  /** Path of its page, as a browser asks for it: `/a/b/maths/`. */
  address: string;
  place: 'front' | 'chapter' | 'closing' | 'back';
  /** Of a large book, the volume that it is in. */
  volume?: number | undefined;
  /** 第四章, 第一章上; '' for what is no chapter. */
  numeral: string;
  /** What stands before the title in lists: 四, 一上; '' for what is not listed there. */
  mark: string;
  title: string;
}

/** A part, and its text. */
export interface OpenPart extends Part {
  /** The `<main>` of its page, or its half of the cover's. Exports work on copies. */
  body: Element;
  sections: PartSection[];
  /** What it is; '' where nothing is said. */
  lead: string;
}

/** A section, as the contents list it. */
export interface PartSection {
  id: string;
  /** 4.1; '' where the article gives none. */
  number: string;
  title: string;
  depth: number;
}
