/** Addresses of the pages that are no chapters: `src/pages` has a file for each. */
export const fixedPages = ['/contents/', '/errata/', '/glossary/', '/print/', '/references/'];
