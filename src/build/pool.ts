import { availableParallelism } from 'node:os';
import { Tinypool } from 'tinypool';

/** The worker threads of a build: started as work piles up, at most one for each core. */
let threads: Tinypool | undefined;

/**
 * Has a worker thread call the default export of a module, and returns what it returns.
 *
 * @param module whose default export is called
 * @param argument what it is called with: data that structured cloning can copy
 * @param signal ends the thread that works on it when it is aborted
 * @throws what the function throws
 */
export async function runInThread<Result>(
  module: URL,
  argument: unknown,
  signal?: AbortSignal,
): Promise<Result> {
  threads ??= new Tinypool({
    runtime: 'worker_threads',
    minThreads: 0,
    // To start a thread and load its modules takes as long as ten subsets of a font: an idle one waits for more.
    idleTimeout: 5000,
    maxThreads: availableParallelism(),
    // Options of the main process (a test runner's loader, a debugger's port) are not for a worker.
    execArgv: [],
  });
  return threads.run(argument, { filename: module.href, ...(signal ? { signal } : {}) }) as Promise<Result>;
}

/** Ends all threads and gives their memory back: each holds the modules that it has worked with. Later work starts new ones. */
export async function endThreads(): Promise<void> {
  const ended = threads;
  threads = undefined;
  await ended?.destroy();
}
