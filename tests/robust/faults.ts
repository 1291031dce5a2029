/**
 * Makes the file system fail, or the process die, in the middle of a build. Loaded before everything else:
 *
 *     NODE_OPTIONS=--import=…/faults.ts DIE_BEFORE='renameSync .*' DIE_AT=2 astro build
 *
 * `DIE_BEFORE`  an expression; the process kills itself, as kill -9 does, before the first change of a file that
 *               it matches. A change is said as `renameSync /from /to`
 * `DIE_AT`      before the n-th of these instead
 * `DISK`        bytes that may be written; then the disk is full
 * `COUNT`       any value: says at the end how many changes there were
 */
import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import { isMainThread } from 'node:worker_threads';

type Call = (...args: unknown[]) => unknown;

const changes = ['appendFile', 'copyFile', 'cp', 'mkdir', 'rename', 'rm', 'rmdir', 'unlink', 'writeFile'];
const dieBefore = process.env['DIE_BEFORE'] ? new RegExp(process.env['DIE_BEFORE']) : undefined;
const dieAt = Number(process.env['DIE_AT'] ?? 1);
const disk = Number(process.env['DISK'] ?? Infinity);
let matched = 0;
let counted = 0;
let written = 0;

function watch(name: string, args: unknown[]): void {
  counted += 1;
  const paths = args.slice(0, 2).filter((arg) => typeof arg === 'string' || arg instanceof URL);
  if (dieBefore?.test([name, ...paths].join(' ')) && ++matched === dieAt)
    process.kill(process.pid, 'SIGKILL');
  if (!/^writeFile/.test(name)) return;
  const content = args[1] as string | Uint8Array;
  written += typeof content === 'string' ? Buffer.byteLength(content) : content.byteLength;
  if (written > disk)
    throw Object.assign(new Error('ENOSPC: no space left on device, write'), { code: 'ENOSPC', errno: -28 });
}

/** Puts the watch before each function of a module that changes files. */
function guard(module: object, suffix: string, fail: (error: Error, args: unknown[]) => unknown): void {
  const functions = module as Record<string, Call>;
  for (const name of changes.map((change) => change + suffix)) {
    const original = functions[name];
    if (!original) continue;
    functions[name] = (...args) => {
      try {
        watch(name, args);
      } catch (error) {
        return fail(error as Error, args);
      }
      return original.apply(module, args);
    };
  }
}

if (isMainThread) {
  guard(fs, 'Sync', (error) => {
    throw error;
  });
  guard(fs, '', (error, args) => {
    process.nextTick(args.at(-1) as Call, error);
  });
  guard(fs.promises, '', (error) => Promise.reject(error));
  syncBuiltinESMExports();
  if (process.env['COUNT'])
    process.once('exit', () => {
      console.error(`${counted} changes of files`);
    });
}
