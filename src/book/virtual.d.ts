/** The book that is being built (see proofreading/make-book.ts). */
declare module 'virtual:book' {
  const book: import('./model.ts').Book;
  export default book;
}

/** What the lab computed (see runs/lab.ts). A book that shows nothing of it has nothing here, and asks for nothing. */
declare module 'virtual:lab' {
  const lab: import('./runs/results.ts').LabResults;
  export default lab;
}

/** Traditional characters, each with the simplified one of the book behind it (see proofreading/traditional-characters.ts). */
declare module 'virtual:traditional' {
  const pairs: string;
  export default pairs;
}

/** Pairs of a traditional and a simplified character: `㑯 㑔|㑳 㑇|…`. */
declare module 'opencc-js/dict/TSCharacters' {
  const pairs: string;
  export default pairs;
}
