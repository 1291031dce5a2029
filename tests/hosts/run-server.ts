import { spawn } from 'node:child_process';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { createServer, type AddressInfo } from 'node:net';
import os from 'node:os';
import path from 'node:path';
import type { RunningServer } from '../../scripts/serve.ts';

/** What starts a server: a command line that stays in the foreground, and what it needs of the environment. */
export interface ServerCommand {
  command: string[];
  env?: Record<string, string>;
  /** What ends it without loss. */
  signal?: NodeJS.Signals;
}

/**
 * Runs a server in a folder of its own, on a free port of 127.0.0.1, until it is closed.
 *
 * @param prepare writes its configuration into the folder
 * @throws Error with what it said when it does not start
 */
export async function runServer(
  base: string,
  prepare: (folder: string, port: number) => Promise<ServerCommand>,
): Promise<RunningServer> {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'edition-host-'));
  // A server that root starts reads as somebody else.
  await chmod(folder, 0o755);
  const port = await freePort();
  const { command, env, signal = 'SIGTERM' } = await prepare(folder, port);
  const [program = '', ...options] = command;
  const server = spawn(program, options, {
    cwd: folder,
    env: { ...process.env, ...env },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  const said: Buffer[] = [];
  server.stderr.on('data', (chunk: Buffer) => said.push(chunk));
  const ended = new Promise<void>((resolve) => {
    server.once('close', () => {
      resolve();
    });
  });
  const origin = `http://127.0.0.1:${port}`;
  while (server.exitCode === null && !(await answers(origin)));
  if (server.exitCode !== null) {
    await ended;
    await rm(folder, { recursive: true });
    throw new Error(`${program} does not start.\n${Buffer.concat(said).toString()}`);
  }
  return {
    address: origin + base,
    close: async () => {
      server.kill(signal);
      await ended;
      await rm(folder, { recursive: true });
    },
  };
}

async function freePort(): Promise<number> {
  const probe = createServer();
  await new Promise<void>((resolve) => {
    probe.listen(0, '127.0.0.1', resolve);
  });
  const { port } = probe.address() as AddressInfo;
  await new Promise((resolve) => probe.close(resolve));
  return port;
}

async function answers(origin: string): Promise<boolean> {
  try {
    await (await fetch(origin)).arrayBuffer();
    return true;
  } catch {
    return false;
  }
}
