import type { ViteDevServer } from 'vite';
import { expect, test, vi } from 'vitest';
import { replaceErrors } from '../../../src/proofreading/watch-content.ts';

type Instead = Parameters<typeof replaceErrors>[1];

/** A server that notes what is sent to browsers. */
function open(instead: Instead): { send: (payload: unknown) => void; sent: unknown[] } {
  const sent: unknown[] = [];
  const hot = { send: (payload: unknown) => sent.push(payload) };
  replaceErrors({ environments: { client: { hot } } } as unknown as ViteDevServer, instead);
  return { send: (payload) => hot.send(payload), sent };
}

const own = { type: 'error', err: { name: 'Content', message: 'ours', stack: '' } } as const;
const theirs = { type: 'error', err: { name: 'MDXError', message: 'Expected a closing tag', stack: '' } };

test('an error of Astro’s is sent as what the book says of it', async () => {
  const { send, sent } = open(() => Promise.resolve(own));
  send(theirs);
  await vi.waitFor(() => expect(sent).toEqual([own]));
});

test('an error of the code is sent as it is, when it is known that the content has none', async () => {
  let know = (_: undefined): void => undefined;
  const { send, sent } = open(() => new Promise<undefined>((resolve) => (know = resolve)));
  send(theirs);
  expect(sent).toEqual([]);
  know(undefined);
  await vi.waitFor(() => expect(sent).toEqual([theirs]));
});

test('what is no error, and what is ours, is sent at once', () => {
  const { send, sent } = open(() => Promise.reject(new Error('nobody asks')));
  send({ type: 'full-reload' });
  send(own);
  expect(sent).toEqual([{ type: 'full-reload' }, own]);
});
