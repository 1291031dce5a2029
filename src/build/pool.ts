import { availableParallelism } from 'node:os';
import type { Worker } from 'node:worker_threads';
import { Tinypool } from 'tinypool';
import type { ThreadTask } from './run-task.ts';

/** A thread has worked, or waited for what never came, for longer than it may. */
export class LimitError extends Error {
  constructor(limit: number) {
    super(`It took more than ${limit / 1000} s of the processor's time.`);
    this.name = 'LimitError';
  }
}

const runner = new URL('./run-task.ts', import.meta.url).href;

/** The worker threads of a build: started as work piles up, at most one for each core. */
let threads: Tinypool | undefined;

/**
 * Has a worker thread call the default export of a module, and returns what it returns.
 *
 * @param module whose default export is called
 * @param argument what it is called with: data that structured cloning can copy
 * @param limit ms for which it may work or wait, of the processor's time: how busy the machine is does not count. A
 *   thread that goes on for longer is ended; others do not notice.
 * @throws what the function throws; LimitError
 */
export async function runInThread<Result>(module: URL, argument: unknown, limit?: number): Promise<Result> {
  const pool = (threads ??= new Tinypool({
    filename: runner,
    runtime: 'worker_threads',
    minThreads: 0,
    // To start a thread and load its modules takes as long as ten subsets of a font: an idle one waits for more.
    idleTimeout: 5000,
    maxThreads: availableParallelism(),
    // Options of the main process (a test runner's loader, a debugger's port) are not for a worker.
    execArgv: [],
  }));
  const begun = new Float64Array(new SharedArrayBuffer(16));
  const task: ThreadTask = { module: module.href, argument, begun };
  if (limit === undefined) return pool.run(task) as Promise<Result>;
  const abort = new AbortController();
  const watch = setInterval(() => {
    void timeOf(pool, begun).then((time) => {
      if (time > limit) abort.abort();
    });
  }, limit / 10);
  try {
    return (await pool.run(task, { signal: abort.signal })) as Result;
  } catch (error) {
    throw abort.signal.aborted ? new LimitError(limit) : error;
  } finally {
    clearInterval(watch);
  }
}

/** Ends all threads and gives their memory back: each holds the modules that it has worked with. Later work starts new ones. */
export async function endThreads(): Promise<void> {
  const ended = threads;
  threads = undefined;
  await ended?.destroy();
}

/** Returns the ms that a thread has worked at a task, and those in which it had nothing to do but to wait. */
async function timeOf(pool: Tinypool, [id = 0, before = 0]: Float64Array): Promise<number> {
  const thread = workersOf(pool).find(({ threadId }) => threadId === id);
  if (!thread) return 0;
  const { user, system } = await thread.cpuUsage();
  return (user + system) / 1000 + thread.performance.eventLoopUtilization().idle - before;
}

/** Tinypool's type of a worker does not say that it holds a Worker. */
function workersOf(pool: Tinypool): Worker[] {
  return pool.threads.map((worker) => (worker as unknown as { thread: Worker }).thread);
}
