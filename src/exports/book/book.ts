import type { Element } from 'hast';

/** The book as its finished pages have it, to be given other forms. */
export interface Book {
  /** Path that the site stands under, with a slash at both ends. */
  base: string;
  /** Where the site will stand; undefined when the deployer did not say. */
  origin: string | undefined;
  /** The whole contents, as the cover has them. */
  contents: Element;
  /** In the order of reading. */
  parts: Part[];
  palette: Palette;
}

/** The site's colours by the names of their custom properties. */
export type Palette = ReadonlyMap<string, { light: string; dark: string }>;

/** A part of the book, as the contents know it: a chapter, or what stands before and behind the chapters. */
export interface PartPlace {
  /** Name of its files: `maths`; `index` for what the cover has before the contents, `closing` behind them. */
  name: string;
  /** Path of its page in `dist`: `maths/index.html`. */
  file: string;
  /** Path of its page, as a browser asks for it: `/a/b/maths/`. */
  address: string;
  place: 'front' | 'chapter' | 'closing' | 'back';
  /** Of a large book, the volume that it is in. */
  volume?: number | undefined;
  /** What stands before the title in the contents: 四, 一上; '' for what is not listed there. */
  mark: string;
  title: string;
}

/** A part, with what stands in it. */
export interface Part extends PartPlace {
  readonly sections: PartSection[];
  /** Its lead; '' where there is none. */
  readonly lead: string;
  /** Gives the page's `<main>`, a copy each time: what is given may be changed. */
  readBody: () => Element;
  /** All ids in there. */
  readonly ids: ReadonlySet<string>;
}

/** A section, as the contents list it. */
export interface PartSection {
  id: string;
  /** 4.1; '' where the article gives none. */
  number: string;
  title: string;
  depth: number;
}
