import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import type { Answer, Common, Job } from './messages.ts';

interface Waiting {
  job: Omit<Job, 'common'>;
  common: object | undefined;
  resolve: (result: unknown) => void;
  reject: (error: Error) => void;
}

interface Thread {
  worker: Worker;
  /** What it was given to do, by the ids of the jobs. */
  busy: Map<number, Waiting>;
  /** Ids of what was sent to it for many jobs. */
  has: Set<number>;
}

/**
 * How many jobs wait at a thread: one that has done its job has another at hand, and none is far ahead. Only when that
 * many wait is another thread started, for it has to load what it works with.
 */
const atHand = 4;

const cores = availableParallelism();

/**
 * Threads for work that is slow and depends on nothing but what it is given: pages, pictures, fonts, other forms of the
 * book. There are as many as there are cores, started as work piles up; idle ones do not keep the process alive.
 */
class Crew {
  #threads: Thread[] = [];
  #queue: Waiting[] = [];
  #lastId = 0;
  #commons = new WeakMap<object, number>();

  /**
   * Has a thread do something.
   *
   * @param module whose default export is called
   * @param argument what it is called with: data that can be copied
   * @param common its second argument: data that is the same for many jobs, and that each thread is sent once
   */
  async run<Result>(module: URL, argument: unknown, common?: object): Promise<Result> {
    return new Promise<Result>((resolve, reject) => {
      const job = { id: ++this.#lastId, module: module.href, argument };
      this.#queue.push({ job, common, resolve: resolve as Waiting['resolve'], reject });
      this.#handOut();
    });
  }

  /** Does the same with every item of a list; results come in its order. */
  async runEach<Result>(module: URL, items: readonly unknown[], common?: object): Promise<Result[]> {
    return Promise.all(items.map((item) => this.run<Result>(module, item, common)));
  }

  /** Ends all threads, and gives their memory back. Work after that starts new ones. */
  async end(): Promise<void> {
    const threads = this.#threads;
    this.#threads = [];
    await Promise.all(threads.map(({ worker }) => worker.terminate()));
  }

  #handOut(): void {
    while (this.#queue.length) {
      const thread = this.#leastBusy();
      if (!thread) return;
      const waiting = this.#queue.shift() as Waiting;
      const { job, common } = waiting;
      thread.busy.set(job.id, waiting);
      thread.worker.ref();
      thread.worker.postMessage({ ...job, common: common && this.#send(common, thread) } satisfies Job);
    }
  }

  /** Sees to it that a thread has what many jobs are given, and gives its id. */
  #send(common: object, { worker, has }: Thread): number {
    const id = this.#commons.get(common) ?? ++this.#lastId;
    this.#commons.set(common, id);
    if (!has.has(id)) worker.postMessage({ id, common } satisfies Common);
    has.add(id);
    return id;
  }

  /** The thread to give a job to; undefined when all have enough at hand. */
  #leastBusy(): Thread | undefined {
    const fewest = Math.min(...this.#threads.map(({ busy }) => busy.size));
    if (fewest < atHand) return this.#threads.find(({ busy }) => busy.size === fewest);
    return this.#threads.length < cores ? this.#start() : undefined;
  }

  #start(): Thread {
    // Options of the main process (a test runner's loader, a debugger's port) are not for the worker.
    const worker = new Worker(new URL('./thread.ts', import.meta.url), { execArgv: [] });
    const thread: Thread = { worker, busy: new Map(), has: new Set() };
    this.#threads.push(thread);
    worker.on('message', ({ id, ...outcome }: Answer) => {
      const waiting = thread.busy.get(id);
      thread.busy.delete(id);
      if (!thread.busy.size) worker.unref();
      this.#handOut();
      if ('error' in outcome) waiting?.reject(new Error(outcome.error));
      else waiting?.resolve(outcome.result);
    });
    const fail = (error: Error): void => {
      this.#threads = this.#threads.filter((other) => other !== thread);
      for (const { reject } of thread.busy.values()) reject(error);
      thread.busy.clear();
      this.#handOut();
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

/** The crew of the build. */
export const crew = new Crew();

/** Threads that draw pictures: each holds fonts of 25 MB and what it made of them, and is ended when all are drawn. */
export const painters = new Crew();
