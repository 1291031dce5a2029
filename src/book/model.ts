import type { AnnotationKind } from './annotation-kinds.ts';
import type { TableRows } from './data/find-cell.ts';
import type { Term } from './glossary-schema.ts';
import type { Reference } from './reference-schema.ts';

/**
 * The book: all that pages, lists, exports and checks have to know of it besides the text of its chapters. It is made once
 * from the content (see proofreading/make-book.ts), and is plain data, which JSON can write.
 */
export interface Book {
  /** In the order of reading: the cover, the chapters, the closing note. */
  chapters: Chapter[];
  /** In the order of their numbers. */
  sources: Source[];
  /** In the order of the glossary's file. */
  terms: GlossaryTerm[];
  /** The rows of the data, in the order of their files. */
  tables: TableRows;
  /** The latest day on which the editors looked at a source: how new the edition is. Undefined when there is no source. */
  date: string | undefined;
}

/** A file of `content/chapters`. */
export interface Chapter {
  kind: 'cover' | 'chapter' | 'closing';
  /** Path from the project's folder: `content/chapters/05-maths.mdx`. */
  file: string;
  /** Its name in the order of the book, by which Astro knows it: `05-maths`. */
  id: string;
  /** Its name in the address; '' for cover and closing note, which share a page. */
  slug: string;
  /** Address of its page below the base path: `/maths/`. */
  address: string;
  /** 第四章, 第一章　上; undefined for cover and closing note. */
  numeral: string | undefined;
  /** What texts call it: 第四章, 第一章上; 导语与摘要, 篇末. */
  name: string;
  /** At most two characters that stand before the title in lists: 四, 一上. */
  mark: string;
  title: string;
  /** The title as lists have it. */
  short: string;
  /** Number of the article's section whose heading the title is. */
  section: number | undefined;
  lead: string | undefined;
  /** For search engines and previews; the lead, where nothing else is said. */
  description: string | undefined;
  /** Its h2 and h3. */
  sections: Section[];
  /** In the order of their numerals. */
  annotations: Annotation[];
  /** In the order in which they stand. */
  exhibits: Exhibit[];
  /** Those of its sections that are questions, each with its answer. */
  questions: Question[];
  /** In the order in which they stand. */
  citations: Citation[];
  /** Without the title. */
  count: Count;
  /** All ids that links can lead to. */
  anchors: string[];
}

/** A section of a chapter. */
export interface Section {
  id: string;
  /** 4.1; undefined where the article gives none. */
  number: string | undefined;
  title: string;
  /** 2 or 3. */
  depth: number;
}

/** An annotation of a chapter: 校注, 勘误 (see annotation-kinds.ts). */
export interface Annotation {
  id: string;
  kind: AnnotationKind;
  /** 一 of 〔一〕. */
  numeral: string;
  verdict: string;
  /** The article's words that it is about; undefined for one on a whole paragraph. */
  lemma?: string | undefined;
  /** What should stand there; of errata only. */
  correction?: string | undefined;
  /** Where it stands; undefined before the first section. */
  section?: { id: string; title: string } | undefined;
  /** `/maths/#dropout`. */
  address: string;
  /** Of its row in the table of all annotations: `/errata/#row-dropout`. */
  row: string;
}

/** What is numbered in a chapter. */
export interface Exhibit {
  id: string;
  kind: 'equation' | 'figure' | 'table' | 'listing';
  /** 图 4-1, 式（4.1）. */
  label: string;
  /** Its caption; '' for an equation. */
  title: string;
}

/** A question of the article's. */
interface Question {
  /** Of its section. */
  id: string;
  number: string | undefined;
  title: string;
}

/** A place in a chapter that cites sources. */
export interface Citation {
  id: string;
  keys: string[];
}

/** What a reader may want to know of a text before reading it. */
export interface Count {
  /** Characters of the article: each Han character, and each word or number in other letters. */
  characters: number;
  /** The same of all that is read: article, annotations, captions, code. */
  shown: number;
  annotations: Record<AnnotationKind, number>;
  supplements: number;
}

/** A source as the book has it. */
export interface Source extends Reference {
  key: string;
  /** From 1, in the order in which the book first cites them. */
  number: number;
  /** The chapters that cite it, each with the addresses of the citations. */
  citedIn: { name: string; addresses: string[] }[];
  /** Where it is cited by itself: what stands there rests on it altogether. */
  alone: string[];
}

/** A term of the glossary. */
export interface GlossaryTerm extends Term {
  key: string;
  /** What stands at `see`: 第三章“3.2 注意力”. */
  place: string;
}
