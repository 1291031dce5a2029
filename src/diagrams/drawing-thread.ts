import { Worker } from 'node:worker_threads';
import { DiagramError } from './diagram-error.ts';
import type { Answer, DiagramRequest, Job, RenderedDiagram } from './messages.ts';

interface Waiting {
  job: Job;
  resolve: (diagram: RenderedDiagram) => void;
  reject: (error: Error) => void;
}

/**
 * One worker that draws diagrams, started at the first and replaced when a diagram hangs it. Several of
 * these make a pool (drawing-pool.ts): each has its own queue, worker and memory.
 */
export class DrawingThread {
  readonly #limit: number;
  readonly #waiting = new Map<number, Waiting>();
  #worker: Worker | undefined;
  /** What the worker is at. */
  #begun: Waiting | undefined;
  #lastId = 0;

  /** @param limit ms of the processor's time that one diagram may take, not counting the start of the worker */
  constructor(limit = 60_000) {
    this.#limit = limit;
  }

  /** Diagrams asked for and not yet drawn. */
  get load(): number {
    return this.#waiting.size;
  }

  async draw(request: DiagramRequest): Promise<RenderedDiagram> {
    const { source, title, description } = request;
    const job: Job = { id: ++this.#lastId, source, title, description };
    return new Promise((resolve, reject) => {
      this.#waiting.set(job.id, { job, resolve, reject });
      this.#start().postMessage(job);
    });
  }

  /** Ends the worker. What is still waiting is rejected; a later `draw` starts a new one. */
  async end(): Promise<void> {
    const worker = this.#worker;
    this.#worker = undefined;
    this.#rejectAll(new Error('The drawing thread was ended.'));
    await worker?.terminate();
  }

  #start(): Worker {
    if (this.#worker) {
      this.#worker.ref();
      return this.#worker;
    }
    // Options of the main process (a test runner's loader, a debugger's port) are not for the worker.
    const worker = new Worker(new URL('./worker.ts', import.meta.url), { execArgv: [], stdout: false });
    this.#worker = worker;
    worker.on('message', (answer: Answer) => {
      this.#receive(worker, answer);
    });
    worker.on('error', (error) => {
      this.#fail(worker, error instanceof Error ? error : new Error(String(error)));
    });
    worker.on('exit', (code) => {
      this.#fail(worker, new Error(`The drawing thread stopped with code ${code}.`));
    });
    return worker;
  }

  #receive(worker: Worker, answer: Answer): void {
    const waiting = this.#waiting.get(answer.id);
    if (!waiting) return;
    if (answer.type === 'started') {
      this.#begun = waiting;
      // A worker that is no longer there to be asked has told so by its `exit`.
      this.#limitWork(worker, waiting).catch(() => undefined);
      return;
    }
    this.#remove(waiting);
    if (answer.type === 'drawn') waiting.resolve(answer.diagram);
    else if (answer.type === 'faulty') waiting.reject(new DiagramError(answer.fault));
    else waiting.reject(new Error(`The diagram renderer failed: ${answer.message}`));
  }

  /** Counts the worker's time on the processor: by the clock, a sound diagram would fail on a busy machine. */
  async #limitWork(worker: Worker, diagram: Waiting): Promise<void> {
    const before = await worker.cpuUsage();
    for (;;) {
      await new Promise((resolve) => setTimeout(resolve, this.#limit / 10).unref());
      const { user, system } = await worker.cpuUsage(before);
      if (this.#begun !== diagram) return;
      if (user + system > this.#limit * 1000) break;
    }
    this.#giveUp(
      diagram,
      new DiagramError({
        rule: 'diagram-timeout',
        line: 1,
        reason: `The diagram was not drawn within ${this.#limit / 1000} s of the processor's time.`,
        remedy: 'Make it smaller, or look for a loop in it that Mermaid cannot lay out.',
      }),
    );
  }

  /** A diagram that holds or ends its worker fails alone: the worker is replaced, and the others start anew. */
  #giveUp(diagram: Waiting, error: Error): void {
    const worker = this.#worker;
    this.#worker = undefined;
    this.#remove(diagram);
    diagram.reject(error);
    void worker?.terminate();
    for (const { job } of this.#waiting.values()) this.#start().postMessage(job);
  }

  #fail(worker: Worker, error: Error): void {
    if (this.#worker !== worker) return;
    if (this.#begun) {
      this.#giveUp(this.#begun, error);
      return;
    }
    this.#worker = undefined;
    this.#rejectAll(error);
  }

  #rejectAll(error: Error): void {
    for (const waiting of [...this.#waiting.values()]) {
      this.#remove(waiting);
      waiting.reject(error);
    }
  }

  #remove(waiting: Waiting): void {
    if (this.#begun === waiting) this.#begun = undefined;
    this.#waiting.delete(waiting.job.id);
    // An idle worker does not keep the process alive; `ref` takes it back at the next diagram.
    if (this.#waiting.size === 0) this.#worker?.unref();
  }
}
