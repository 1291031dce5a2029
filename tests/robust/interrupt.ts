import { createHash } from 'node:crypto';
import { cp, readFile, rm, writeFile } from 'node:fs/promises';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { mulberry32 } from '../../src/lab/random.ts';
import { copyProject, runBuild } from '../build/build-site.ts';
import { listFiles } from '../site/read-dist.ts';

/** Loads the faults into a build; see there for the other settings. */
export const withFaults = {
  NODE_OPTIONS: `--import=${pathToFileURL(path.join(import.meta.dirname, 'faults.ts')).href}`,
};

/** What a killed build left. */
export interface Interruption {
  /** When it was killed. */
  moment: string;
  /** Whether it was killed at all: a late kill finds it finished. */
  killed: boolean;
  dist: 'old' | 'new' | 'none' | 'a mixture';
}

/** The last steps of a build, between any two of which it may be killed: too short for chance to find. */
const lastSteps = [
  'renameSync \\S+/dist \\S+/before$',
  'renameSync \\S+/.building/dist ',
  'rmSync \\S+/before$',
];

/**
 * Kills builds of a project in which an older site stands: between the last steps, at random changes of files and
 * at random times. Nothing is tidied up in between.
 *
 * @param root copy of a project, with caches
 * @param finished site that its build makes
 * @param kills how many at random, by turns at a change of a file and at a time
 */
export async function interrupt(
  root: string,
  finished: string,
  seed: number,
  kills: number,
): Promise<Interruption[]> {
  const random = mulberry32(seed);
  const dist = path.join(root, 'dist');
  const restore = async (): Promise<void> => {
    await rm(dist, { recursive: true, force: true });
    await cp(finished, dist, { recursive: true });
    await writeFile(path.join(dist, 'old.txt'), 'This site was built before.');
  };
  await restore();
  const [old, made] = [await digest(dist), await digest(finished)];
  const look = async (): Promise<Interruption['dist']> => {
    const found = await digest(dist);
    return found === undefined ? 'none' : found === old ? 'old' : found === made ? 'new' : 'a mixture';
  };

  const start = performance.now();
  const { output } = await runBuild(root, { ...withFaults, COUNT: '1' });
  const duration = performance.now() - start;
  const changes = Number(/(\d+) changes of files/.exec(output)?.[1]);
  if (!changes) throw new Error(`The build cannot be interrupted, for it does not succeed.\n${output}`);

  const found: Interruption[] = [];
  const attempt = async (moment: string, env: Record<string, string>, after?: number): Promise<void> => {
    // A site that an interruption took away must come back, or be made, by itself.
    if ((await look()) === 'new') await restore();
    let timer: NodeJS.Timeout | undefined;
    const { exitCode } = await runBuild(root, env, (build) => {
      if (after !== undefined) timer = setTimeout(() => build.kill('SIGKILL'), after);
    });
    clearTimeout(timer);
    found.push({ moment, killed: exitCode !== 0, dist: await look() });
  };
  for (const step of lastSteps) await attempt(`before ${step}`, { ...withFaults, DIE_BEFORE: step });
  for (let i = 0; i < kills; i++) {
    const [at, after] = [1 + Math.floor(random() * changes), Math.round(random() * duration)];
    if (i % 2) await attempt(`after ${after} of ${Math.round(duration)} ms`, {}, after);
    else
      await attempt(`at change ${at} of ${changes}`, { ...withFaults, DIE_BEFORE: '.', DIE_AT: String(at) });
  }
  return found;
}

/** A hash of all files of a folder; undefined when there is none. */
export async function digest(folder: string): Promise<string | undefined> {
  if (!existsSync(folder)) return undefined;
  const hash = createHash('sha256');
  for (const file of listFiles(folder)) {
    const content = createHash('sha256').update(await readFile(path.join(folder, file)));
    hash.update(`${file}\0${content.digest('hex')}\n`);
  }
  return hash.digest('hex');
}

/** `node tests/robust/interrupt.ts --seed 1 --kills 20`: kills builds of the project as it is, and says what is left. */
if (import.meta.main) {
  const { values } = parseArgs({
    options: { seed: { type: 'string', default: '1' }, kills: { type: 'string', default: '10' } },
  });
  const root = await copyProject();
  const finished = `${root}-finished`;
  try {
    const built = await runBuild(root);
    if (built.exitCode !== 0) throw new Error(built.output);
    await cp(path.join(root, 'dist'), finished, { recursive: true });
    const found = await interrupt(root, finished, Number(values.seed), Number(values.kills));
    console.table(found);
    const last = await runBuild(root);
    const whole = last.exitCode === 0 && (await digest(path.join(root, 'dist'))) === (await digest(finished));
    console.log(whole ? 'The next build made the whole site.' : last.output);
    if (!whole || found.some(({ dist }) => dist === 'a mixture')) process.exitCode = 1;
  } finally {
    await rm(root, { recursive: true });
    await rm(finished, { recursive: true, force: true });
  }
}
