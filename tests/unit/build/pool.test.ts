import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { afterAll, expect, test, vi } from 'vitest';
import { endThreads, LimitError, runInThread } from '../../../src/build/pool.ts';

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

test.each(['hang', 'wait'])(
  'what would %s for ever is ended at its limit, and the pool goes on',
  async (what) => {
    const sound = runInThread(job, 1, 60_000);
    await expect(runInThread(job, what, 50)).rejects.toThrow(LimitError);
    expect(await sound).toEqual({ doubled: 2 });
    expect(await runInThread(job, 5)).toEqual({ doubled: 10 });
  },
);

test('the clock is no limit: what waits for a thread, or for the processor, may', async () => {
  vi.useFakeTimers({ toFake: ['setInterval'] });
  const hours = setTimeout(() => vi.advanceTimersByTime(3_600_000), 1);
  try {
    expect(await runInThread(job, 7, 60_000)).toEqual({ doubled: 14 });
  } finally {
    clearTimeout(hours);
    vi.useRealTimers();
  }
});

test('threads do not keep a process alive', async () => {
  const module = new URL('../../../src/build/pool.ts', import.meta.url).href;
  const script = `const { runInThread } = await import('${module}');
    console.log(await runInThread(new URL('${job.href}'), 8, 1000));`;
  const { stdout } = await promisify(execFile)(process.execPath, ['--input-type=module', '--eval', script]);
  expect(stdout).toContain('16');
});

test('work after the end starts new threads', async () => {
  await endThreads();
  expect(await runInThread(job, 6)).toEqual({ doubled: 12 });
});
