import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);
const places = [process.env['PYTHON'], 'python3', '/usr/bin/python3'];

/** What is said where listings cannot be run. */
export const withoutPython =
  'No Python 3 with NumPy was found: tried PYTHON, python3 and /usr/bin/python3. Listings of the book are not run. ' +
  'Install Debian’s python3-numpy, as .ci/run does, or set PYTHON.';

/** Finds a Python 3 that has NumPy; undefined where there is none. */
export async function findPython(): Promise<string | undefined> {
  for (const place of places) {
    if (!place) continue;
    const found = await run(place, ['-c', 'import sys, numpy; assert sys.version_info >= (3, 9)']).then(
      () => true,
      () => false,
    );
    if (found) return place;
  }
  return undefined;
}

/**
 * Runs a program in the folder of the article, and hands back what it printed.
 *
 * @param before runs before it, `after` behind it; neither may print
 * @param after an expression: what is left in the variables, for the tests
 * @throws Error with what Python said when the program fails
 */
export async function runPython(
  python: string,
  code: string,
  { before = '', after = 'None' } = {},
): Promise<{ printed: string; left: unknown }> {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'edition-listing-'));
  const file = path.join(folder, 'left.json');
  const write = `\nimport json\nwith open(${JSON.stringify(file)}, "w") as _file:\n    json.dump(${after}, _file)\n`;
  try {
    const { stdout } = await run(python, ['-X', 'utf8', '-c', `${before}\n${code}\n${write}`], {
      cwd: path.resolve(import.meta.dirname, '../../../content/article'),
      env: { ...process.env, OPENBLAS_NUM_THREADS: '1' },
    });
    return { printed: stdout.trimEnd(), left: JSON.parse(await readFile(file, 'utf8')) as unknown };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
