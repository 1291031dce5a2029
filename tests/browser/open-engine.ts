import { spawn, type ChildProcess } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer, type AddressInfo } from 'node:net';
import os from 'node:os';
import path from 'node:path';

/** A browser other than Chromium, of Debian's packages. */
export interface Engine {
  open(address: string): Promise<void>;
  /** WebKit's window stays wider than a phone. */
  resize(width: number, height: number): Promise<void>;
  /** Runs a function in the page, as Playwright does. */
  evaluate<Result>(run: () => Result | Promise<Result>): Promise<Result>;
  /** Errors of the console; WebKit tells none. */
  errors: string[];
  close(): Promise<void>;
}

type Answer = Record<string, unknown>;

const firefox = '/usr/bin/firefox-esr';
const miniBrowser = '/usr/lib/x86_64-linux-gnu/webkit2gtk-4.1/MiniBrowser';

/**
 * What starts each engine, where it is installed, and how many pixels along a line letters may stand from where Chromium has
 * them: WebKit rounds how wide they are, which adds up.
 */
export const engines = [
  { name: 'Firefox', installed: existsSync(firefox), open: openFirefox, slack: 2 },
  {
    name: 'WebKit',
    installed: ['/usr/bin/WebKitWebDriver', '/usr/bin/xvfb-run', miniBrowser].every((file) =>
      existsSync(file),
    ),
    open: openWebKit,
    slack: 6,
  },
];

/** Firefox by WebDriver BiDi. */
async function openFirefox(): Promise<Engine> {
  const profile = await mkdtemp(path.join(os.tmpdir(), 'edition-firefox-'));
  // As in Chromium: what a service worker keeps does not come over the test's network.
  await writeFile(path.join(profile, 'user.js'), 'user_pref("dom.serviceWorkers.enabled", false);\n');
  const options = ['--headless', '--no-remote', '--profile', profile, '--remote-debugging-port=0'];
  const child = spawn(firefox, options, { detached: true });
  const socket = new WebSocket(`${await said(child, /WebDriver BiDi listening on (ws:\S+)/)}/session`);
  await new Promise((resolve, reject) => {
    socket.onopen = resolve;
    socket.onerror = reject;
  });
  const errors: string[] = [];
  const waiting = new Map<number, (answer: Answer) => void>();
  socket.onmessage = ({ data }) => {
    const message = JSON.parse(String(data)) as { id?: number; params?: Answer };
    if (message.id !== undefined) waiting.get(message.id)?.(message);
    const { level, text } = message.params ?? {};
    // It counts the children of a fraction that it has read half of.
    if (level === 'error' && !String(text).startsWith('Invalid markup: ')) errors.push(String(text));
  };
  const send = async (method: string, params: Answer): Promise<Answer> => {
    const id = waiting.size + 1;
    const answer = await new Promise<Answer>((resolve) => {
      waiting.set(id, resolve);
      socket.send(JSON.stringify({ id, method, params }));
    });
    if (answer['type'] === 'error') throw new Error(`${method}: ${String(answer['message'])}`);
    return answer['result'] as Answer;
  };
  await send('session.new', { capabilities: {} });
  await send('session.subscribe', { events: ['log.entryAdded'] });
  const { contexts } = await send('browsingContext.getTree', {});
  const [{ context }] = contexts as [{ context: string }];
  return {
    errors,
    open: async (url) => void (await send('browsingContext.navigate', { context, url, wait: 'complete' })),
    resize: async (width, height) =>
      void (await send('browsingContext.setViewport', { context, viewport: { width, height } })),
    evaluate: async (run) => {
      const expression = `Promise.resolve((${String(run)})()).then(JSON.stringify)`;
      const options = { expression, target: { context }, awaitPromise: true };
      const { result, exceptionDetails } = await send('script.evaluate', options);
      if (exceptionDetails) throw new Error(JSON.stringify(exceptionDetails));
      return JSON.parse((result as { value: string }).value);
    },
    close: async () => {
      socket.close();
      await end(child);
      await rm(profile, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}

/** WebKitGTK by WebDriver, on a screen of its own. */
async function openWebKit(): Promise<Engine> {
  const port = await freePort();
  const screen = ['-a', '-s', '-screen 0 1600x1400x24'];
  const child = spawn('xvfb-run', [...screen, 'WebKitWebDriver', `--port=${port}`], {
    detached: true,
    stdio: 'ignore',
  });
  const call = async (method: string, address: string, body?: Answer): Promise<unknown> => {
    const sent = body && { body: JSON.stringify(body) };
    const answer = await fetch(`http://127.0.0.1:${port}${address}`, { method, ...sent });
    const { value } = (await answer.json()) as { value: unknown };
    if (!answer.ok) throw new Error(`${address}: ${JSON.stringify(value)}`);
    return value;
  };
  const isReady = (): Promise<boolean> =>
    call('GET', '/status').then(
      () => true,
      () => false,
    );
  while (child.exitCode === null && !(await isReady())) await new Promise(setImmediate);
  const browser = { binary: miniBrowser, args: ['--automation'] };
  const capabilities = { alwaysMatch: { 'webkitgtk:browserOptions': browser } };
  const { sessionId } = (await call('POST', '/session', { capabilities })) as { sessionId: string };
  const session = (method: string, address: string, body?: Answer): Promise<unknown> =>
    call(method, `/session/${sessionId}${address}`, body);
  return {
    errors: [],
    open: async (url) => void (await session('POST', '/url', { url })),
    // The window with its frame.
    resize: async (width, height) => void (await session('POST', '/window/rect', { width, height })),
    evaluate: async (run) => {
      const script = `const [done] = arguments; Promise.resolve((${String(run)})()).then((value) => done(JSON.stringify(value)));`;
      return JSON.parse((await session('POST', '/execute/async', { script, args: [] })) as string);
    },
    close: async () => {
      await session('DELETE', '');
      await end(child);
    },
  };
}

/** Waits for what a program says on its standard error. */
async function said(child: ChildProcess, pattern: RegExp): Promise<string> {
  let text = '';
  return new Promise((resolve, reject) => {
    child.on('exit', () => reject(new Error(text)));
    child.stderr?.on('data', (data) => {
      text += String(data);
      const [, found] = pattern.exec(text) ?? [];
      if (found) resolve(found);
    });
  });
}

/** Ends a program and all that it started. */
async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || !child.pid) return;
  const ended = new Promise((resolve) => child.once('exit', resolve));
  process.kill(-child.pid);
  await ended;
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}
