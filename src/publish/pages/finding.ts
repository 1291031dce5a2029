/** Something wrong in the built site, said so that it can be mended. */
export interface Finding {
  /** Path in `dist`: `maths/index.html`. */
  file: string;
  /** Entry of the error catalogue, kebab-case: `dead-link`. */
  rule: string;
  /** What is wrong, one sentence that names the element or address. */
  reason: string;
  /** How to mend it, one sentence. */
  remedy: string;
  /** What would have been right and is near to what is wrong, best first. */
  candidates?: string[];
}
