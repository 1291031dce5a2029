import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

/** What the files of a release are dated, in whole seconds since 1970, and why, as a phrase. */
export interface ReleaseDate {
  seconds: number;
  reason: string;
}

type Environment = Record<string, string | undefined>;

/**
 * Returns the date for the files of a release: `SOURCE_DATE_EPOCH`, or else the date of the commit. Servers tell by date
 * and size whether a file has changed. So where no commit names the source, because something is not committed or there is
 * no git, the date is now.
 *
 * @param root folder of the project
 * @param now in whole seconds since 1970
 * @throws Error when `SOURCE_DATE_EPOCH` is not a whole number
 */
export async function readReleaseDate(
  root: string,
  environment: Environment,
  now: number,
): Promise<ReleaseDate> {
  const epoch = environment['SOURCE_DATE_EPOCH'];
  if (epoch) {
    if (!/^\d+$/.test(epoch))
      throw new Error(`SOURCE_DATE_EPOCH must be whole seconds since 1970, not "${epoch}".`);
    return { seconds: Number(epoch), reason: 'SOURCE_DATE_EPOCH' };
  }
  try {
    return await readCommitDate(root, environment, now);
  } catch (error) {
    const { stderr, message } = error as Error & { stderr?: string };
    const cause = (stderr || message).trim().split('\n')[0];
    return {
      seconds: now,
      reason: `now, for git names no commit (${cause}). To make the same archive again, set SOURCE_DATE_EPOCH.`,
    };
  }
}

async function readCommitDate(root: string, environment: Environment, now: number): Promise<ReleaseDate> {
  const run = promisify(execFile);
  const git = async (...args: string[]): Promise<string> =>
    (await run('git', args, { cwd: root, env: environment as NodeJS.ProcessEnv })).stdout;
  // A project that was unpacked inside of another repository is not what that one's commit names.
  await git('ls-files', '--error-unmatch', 'package.json');
  const changed = await git('status', '--porcelain', '--untracked-files=normal', '--', '.');
  if (changed) {
    const [first = '', ...others] = changed.trimEnd().split('\n');
    const more = others.length > 0 ? ` and ${others.length} more` : '';
    return {
      seconds: now,
      reason: `now, for there are changes that are not committed: ${first.slice(3)}${more}. Commit them, and the same commit gives the same archive.`,
    };
  }
  // Unlike `git log`, it heeds no settings that would add to what it prints.
  const commit = await git('rev-list', '--max-count=1', '--format=%h %ct', '--abbrev=10', 'HEAD');
  const [hash, seconds] = commit.trim().split('\n')[1]?.split(' ') ?? [];
  return { seconds: Number(seconds), reason: `the date of commit ${hash}` };
}
