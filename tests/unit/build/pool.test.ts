import { afterAll, expect, test } from 'vitest';
import { endThreads, runInThread } from '../../../src/build/pool.ts';

const job = new URL('./job.ts', import.meta.url);
afterAll(endThreads);

test('threads work on many things, and results belong to their arguments', async () => {
  const numbers = Array.from({ length: 40 }, (_, index) => index);
  expect(await Promise.all(numbers.map((number) => runInThread(job, number)))).toEqual(
    numbers.map((number) => ({ doubled: number * 2 })),
  );
});

test('what is thrown is thrown to who asked, and others are not disturbed', async () => {
  const [failed, done] = await Promise.allSettled([runInThread(job, 'fail'), runInThread(job, 4)]);
  expect(failed).toMatchObject({ status: 'rejected', reason: { message: 'It fails as it is asked to.' } });
  expect(done).toEqual({ status: 'fulfilled', value: { doubled: 8 } });
});

test('what hangs can be ended, and the pool goes on', async () => {
  const controller = new AbortController();
  const hanging = runInThread(job, 'hang', controller.signal);
  const after = runInThread(job, 1).then(() => {
    controller.abort();
  });
  await expect(hanging).rejects.toThrow(/abort/i);
  await after;
  expect(await runInThread(job, 5)).toEqual({ doubled: 10 });
});

test('work after the end starts new threads', async () => {
  await endThreads();
  expect(await runInThread(job, 6)).toEqual({ doubled: 12 });
});
