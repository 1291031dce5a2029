import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { inject, test } from 'vitest';
import { buildSite } from '../build/build-site.ts';

const fixtures = path.resolve(import.meta.dirname, '../fixtures');

/**
 * A folder of `tests/fixtures` is laid over the project and built. `expected.txt` holds what the build must say, a part a
 * line. One is stopped by the proofreading, one by the checks of the built pages; what each rule says is proved by the
 * catalogue, tests/unit/catalogue.test.ts.
 */
const names = readdirSync(fixtures).filter((name) => existsSync(path.join(fixtures, name, 'expected.txt')));

test.concurrent.for(names)('%s stops the build', async (name, { expect }) => {
  const overlay = path.join(fixtures, name);
  const expected = readFileSync(path.join(overlay, 'expected.txt'), 'utf8').split('\n').filter(Boolean);
  const built = await buildSite({ overlay, warmFrom: inject('sites').plain.root });
  try {
    for (const part of expected) expect(built.output).toContain(part);
    expect(built.exitCode).not.toBe(0);
    expect(existsSync(built.dist), 'nothing may be left looking finished').toBe(false);
    expect(built.output, 'an author mends chapters, not the code of the build').not.toMatch(
      /^\s+at .*:\d+:\d+/m,
    );
  } finally {
    await built.remove();
  }
});
