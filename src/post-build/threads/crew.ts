import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import type { Answer, Job } from './messages.ts';

interface Waiting {
  resolve: (result: unknown) => void;
  reject: (error: Error) => void;
}

interface Thread {
  worker: Worker;
  waiting: Map<number, Waiting>;
}

/** How many jobs wait at each thread before another is started: it has to load what it works with. */
const worthAThread = 4;

/**
 * Threads for work that is slow and depends on nothing but what it is given: pictures, fonts, other forms of the book. There are as many as
 * there are cores, started as work piles up; idle ones do not keep the process alive.
 */
export class Crew {
  #threads: Thread[] = [];
  #lastId = 0;

  /**
   * Has a thread do something.
   *
   * @param module whose default export is called
   * @param argument what it is called with: data that can be copied
   */
  async run<Result>(module: URL, argument: unknown): Promise<Result> {
    const thread = this.#leastBusy();
    const job: Job = { id: ++this.#lastId, module: module.href, argument };
    return new Promise<Result>((resolve, reject) => {
      thread.waiting.set(job.id, { resolve: resolve as Waiting['resolve'], reject });
      thread.worker.ref();
      thread.worker.postMessage(job);
    });
  }

  /** Ends all threads, and gives their memory back. Work after that starts new ones. */
  async end(): Promise<void> {
    const threads = this.#threads;
    this.#threads = [];
    await Promise.all(threads.map(({ worker }) => worker.terminate()));
  }

  #leastBusy(): Thread {
    const [least] = this.#threads.toSorted((a, b) => a.waiting.size - b.waiting.size);
    const enough = this.#threads.length >= availableParallelism();
    return least && (enough || least.waiting.size < worthAThread) ? least : this.#start();
  }

  #start(): Thread {
    // Options of the main process (a test runner's loader, a debugger's port) are not for the worker.
    const worker = new Worker(new URL('./thread.ts', import.meta.url), { execArgv: [] });
    const thread: Thread = { worker, waiting: new Map() };
    this.#threads.push(thread);
    worker.on('message', ({ id, ...outcome }: Answer) => {
      const waiting = thread.waiting.get(id);
      thread.waiting.delete(id);
      if (!thread.waiting.size) worker.unref();
      if ('error' in outcome) waiting?.reject(new Error(outcome.error));
      else waiting?.resolve(outcome.result);
    });
    const fail = (error: Error): void => {
      this.#threads = this.#threads.filter((other) => other !== thread);
      for (const { reject } of thread.waiting.values()) reject(error);
      thread.waiting.clear();
    };
    worker.on('error', (error) => {
      fail(error instanceof Error ? error : new Error(String(error)));
    });
    worker.on('exit', (code) => {
      fail(new Error(`A thread of the build stopped with code ${code}.`));
    });
    return thread;
  }
}

/** The crew for what is cut into many pieces. */
export const crew = new Crew();
