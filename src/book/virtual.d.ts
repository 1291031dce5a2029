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
