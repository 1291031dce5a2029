import { threadId } from 'node:worker_threads';

/** What the tests have threads do. */
export default function job(
  argument: { say: string; fail?: boolean },
  common?: { before: string },
): { said: string; thread: number; common: unknown } {
  if (argument.fail) throw new Error(`${argument.say} cannot be done.`);
  return { said: (common?.before ?? '') + argument.say, thread: threadId, common };
}
