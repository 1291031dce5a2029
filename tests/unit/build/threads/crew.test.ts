import { availableParallelism } from 'node:os';
import { afterAll, expect, test } from 'vitest';
import { crew } from '../../../../src/build/threads/crew.ts';

const job = new URL('./job.ts', import.meta.url);

interface Said {
  said: string;
  thread: number;
}

afterAll(() => crew.end());

test('results come in the order of what was asked for, from no more threads than there are cores', async () => {
  const asked = Array.from({ length: 200 }, (_, index) => ({ say: String(index) }));
  const said = await crew.runEach<Said>(job, asked, { before: '第' });
  expect(said.map((one) => one.said)).toEqual(asked.map(({ say }) => `第${say}`));
  expect(new Set(said.map(({ thread }) => thread)).size).toBeLessThanOrEqual(availableParallelism());
});

test('each job has what is common to its own kind, or nothing', async () => {
  const [one, other, none] = await Promise.all([
    crew.run<Said>(job, { say: '甲' }, { before: '一' }),
    crew.run<Said>(job, { say: '乙' }, { before: '二' }),
    crew.run<Said>(job, { say: '丙' }),
  ]);
  expect([one, other, none].map(({ said }) => said)).toEqual(['一甲', '二乙', '丙']);
});

test('a job that fails says so, and the others are done', async () => {
  const done = await Promise.allSettled(
    [{ say: '甲' }, { say: '乙', fail: true }, { say: '丙' }].map((asked) => crew.run<Said>(job, asked)),
  );
  expect(done.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
  expect(String((done[1] as PromiseRejectedResult).reason)).toContain('乙 cannot be done.');
});

test('after the end of its threads it starts others', async () => {
  await crew.end();
  expect((await crew.run<Said>(job, { say: '再' })).said).toBe('再');
});
