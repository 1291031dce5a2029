/** What can be found: a contract between the build, which writes records, and the dialog, which reads them. */
export interface SearchRecord {
  /** Where it leads, below the base path: `/maths/#derivation`. */
  address: string;
  /** What stands before the title: 第四章 · 4.2, 勘误〔二〕 · 第四章 4.1, 参考文献 [12]. */
  head: string;
  /** 公式推导过程, 词元; '' for notes and references. */
  title: string;
  /** What else it is called: 又作, English, abbreviation. */
  names: string[];
  /** All that can be read there, a line a block, as the page shows it. */
  text: string;
}

/** A file of records. All files together have those of the whole book, in its order. */
export interface RecordFile {
  /** How many files there are: `search/1.json`, `search/2.json` … */
  files: number;
  records: SearchRecord[];
}
