import { performance } from 'node:perf_hooks';
import { threadId } from 'node:worker_threads';

/** What the worker threads are given: which function to call, and where to say that it has begun. */
export interface ThreadTask {
  /** Address of the module whose default export is called. */
  module: string;
  argument: unknown;
  /** The thread's id, and for how long it had worked and waited when it began, in ms. */
  begun: Float64Array;
}

/** Runs a task of the pool (pool.ts) in its thread, and says when it has begun. */
export default async function runTask({ module, argument, begun }: ThreadTask): Promise<unknown> {
  const { user, system } = process.threadCpuUsage();
  begun.set([threadId, (user + system) / 1000 + performance.eventLoopUtilization().idle]);
  const { default: run } = (await import(module)) as { default: (argument: unknown) => unknown };
  return run(argument);
}
