import { expect, test } from 'vitest';
import { fuzz } from '../../robust/fuzz.ts';

// `npm run fuzz` runs more, from another seed.
test('whatever stands in the content, reading it ends, tells where problems are, and lets no script through', async () => {
  const { refused, accepted, failures } = await fuzz(1, 500);
  expect(failures).toEqual([]);
  // Both ways are gone.
  expect(refused).toBeGreaterThan(100);
  expect(accepted).toBeGreaterThan(20);
});
