/** What all jobs of a kind are given besides their own arguments: sent to a thread once. */
export interface Common {
  id: number;
  common: unknown;
}

/** What a thread is asked to do. */
export interface Job {
  id: number;
  /** Address of the module whose default export is called. */
  module: string;
  argument: unknown;
  /** Id of what was sent before and is the second argument; undefined when there is none. */
  common: number | undefined;
}

/** What comes of a job. */
export type Answer = { id: number; result: unknown } | { id: number; error: string };
