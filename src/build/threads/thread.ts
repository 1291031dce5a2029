/** A thread of the crew: does what it is asked to, one job after the other. */
import { parentPort } from 'node:worker_threads';
import type { Answer, Common, Job } from './messages.ts';

type Work = (argument: unknown, common: unknown) => unknown;

const commons = new Map<number, unknown>();
let previous: Promise<void> = Promise.resolve();
parentPort?.on('message', (message: Common | Job) => {
  if (!('module' in message)) commons.set(message.id, message.common);
  // In the order of arrival: the tools are started once, by the first.
  else previous = previous.then(() => answer(message));
});

async function answer({ id, module, argument, common }: Job): Promise<void> {
  const post = (message: Answer): void => {
    parentPort?.postMessage(message);
  };
  try {
    const { default: work } = (await import(module)) as { default: Work };
    const result = await work(argument, common === undefined ? undefined : commons.get(common));
    post({ id, result });
  } catch (error) {
    post({ id, error: error instanceof Error ? (error.stack ?? error.message) : String(error) });
  }
}
