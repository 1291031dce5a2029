/** The files that are kept, by their addresses below the base path (`''`, `maths/`, `favicon.svg`), with their hashes. */
export type KeptFiles = Readonly<Record<string, string>>;

/** What the build writes before the code of the worker. */
export interface Edition {
  /** Hash of the list of files. */
  version: string;
  files: KeptFiles;
  /** Is that the whole book? Of a large one it is what every page needs, and the rest is kept as it is read. */
  whole: boolean;
}

/** Addresses below the base path of what is there, but not for reading without a network. */
export const onlineOnly = /^(?:s|print)\/|\.(?:epub|pdf|md|txt|xml|png)$/;

/**
 * Finds the kept file that a reader means.
 *
 * `maths/` and `maths/index.html` → `maths/`; `maths` → `maths/`, to which the reader is to be led
 *
 * @param path below the base path, without query
 * @returns undefined when none is kept there
 */
export function findKept(path: string, files: KeptFiles): string | undefined {
  const address = path.replace(/(^|\/)index\.html$/, '$1');
  return [address, `${address}/`].find((one) => Object.hasOwn(files, one));
}
