import { availableParallelism } from 'node:os';
import { DrawingThread } from './drawing-thread.ts';
import type { DiagramRequest, RenderedDiagram } from './messages.ts';

/**
 * How many diagrams wait at each thread before another is started: to load Mermaid takes as long as to draw about
 * so many, and a book of a few diagrams is done before a second thread would be ready.
 */
const worthAThread = 8;

/**
 * As many drawing threads as there are cores, started one by one as diagrams pile up. Each diagram is drawn by
 * whichever has least to do: what comes of it depends on its source alone.
 */
export class DrawingPool {
  readonly #size: number;
  #threads: DrawingThread[] = [];

  constructor(size = availableParallelism()) {
    this.#size = size;
  }

  /** How many threads were started. */
  get threads(): number {
    return this.#threads.length;
  }

  async draw(request: DiagramRequest): Promise<RenderedDiagram> {
    return this.#leastBusy().draw(request);
  }

  /** Ends all threads. What is still waiting is rejected; a later `draw` starts new ones. */
  async end(): Promise<void> {
    const threads = this.#threads;
    this.#threads = [];
    await Promise.all(threads.map((thread) => thread.end()));
  }

  #leastBusy(): DrawingThread {
    const [least] = this.#threads.toSorted((a, b) => a.load - b.load);
    if (least && (least.load < worthAThread || this.#threads.length >= this.#size)) return least;
    const started = new DrawingThread();
    this.#threads.push(started);
    return started;
  }
}
