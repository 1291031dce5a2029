/** What was made, or why it was not. */
export type Made =
  | {
      /** Path from the project's folder. */
      file: string;
      /** The whole of the file. */
      text: string;
      /** What its author does next, a sentence each. */
      next: string[];
    }
  | { refused: string };
