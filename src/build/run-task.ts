import { performance } from 'node:perf_hooks';
import { threadId } from 'node:worker_threads';
import type { ThreadTask } from './pool.ts';

/** Runs a task of the pool (pool.ts) in its thread, and says when it has begun. */
export default async function runTask({ module, argument, begun }: ThreadTask): Promise<unknown> {
  const { user, system } = process.threadCpuUsage();
  begun.set([threadId, (user + system) / 1000 + performance.eventLoopUtilization().idle]);
  const { default: run } = (await import(module)) as { default: (argument: unknown) => unknown };
  return run(argument);
}
