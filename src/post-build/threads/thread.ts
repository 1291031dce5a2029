/** A thread of the crew: does what it is asked to, one job after the other. */
import { parentPort } from 'node:worker_threads';
import type { Answer, Job } from './messages.ts';

let previous: Promise<void> = Promise.resolve();
parentPort?.on('message', (job: Job) => {
  // In the order of arrival: the tools are started once, by the first.
  previous = previous.then(() => answer(job));
});

async function answer({ id, module, argument }: Job): Promise<void> {
  const post = (message: Answer): void => {
    parentPort?.postMessage(message);
  };
  try {
    const { default: work } = (await import(module)) as { default: (argument: unknown) => unknown };
    post({ id, result: await work(argument) });
  } catch (error) {
    post({ id, error: error instanceof Error ? (error.stack ?? error.message) : String(error) });
  }
}
