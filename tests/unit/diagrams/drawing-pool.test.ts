import { afterAll, expect, test } from 'vitest';
import { DrawingPool } from '../../../src/diagrams/drawing-pool.ts';

const one = new DrawingPool(1);
const two = new DrawingPool(2);
afterAll(async () => {
  await Promise.all([one.end(), two.end()]);
});

const requests = Array.from({ length: 20 }, (_, index) => ({
  source: `graph ${index % 2 ? 'TD' : 'LR'}\n  A[甲${index}] --> B{乙}\n  B -->|是| C[丙${index * 7}]`,
  title: `图${index}`,
  description: '述',
}));

test('two threads draw what one does, whichever diagram comes to which', async () => {
  const drawn = await Promise.all(requests.map((request) => one.draw(request)));
  const shared = await Promise.all(requests.toReversed().map((request) => two.draw(request)));
  expect([one.threads, two.threads]).toEqual([1, 2]);
  expect(shared.toReversed()).toEqual(drawn);
});

test('a few diagrams start one thread', async () => {
  const pool = new DrawingPool(4);
  await Promise.all(requests.slice(0, 3).map((request) => pool.draw(request)));
  expect(pool.threads).toBe(1);
  await pool.end();
});
