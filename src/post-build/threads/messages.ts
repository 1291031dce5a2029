/** What a thread is asked to do. */
export interface Job {
  id: number;
  /** Address of the module whose default export is called. */
  module: string;
  argument: unknown;
}

/** What comes of a job. */
export type Answer = { id: number; result: unknown } | { id: number; error: string };
