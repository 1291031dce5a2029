import { execFile } from 'node:child_process';
import path from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, it, vi } from 'vitest';
import { DrawingThread } from '../../../src/diagrams/drawing-thread.ts';

const request = { source: 'graph TD\n  A --> B', title: '题', description: '述' };

describe('the drawing thread', () => {
  it('gives a diagram up that takes too long, and draws the next in a new worker', async () => {
    // A cold first drawing takes the processor far longer than a millisecond.
    const hasty = new DrawingThread(1);
    const results = await Promise.allSettled([hasty.draw(request), hasty.draw(request)]);
    expect(
      results.map((result) => result.status === 'rejected' && (result.reason as { rule?: string }).rule),
    ).toEqual(['diagram-timeout', 'diagram-timeout']);
    expect(hasty.load).toBe(0);
    await hasty.end();
  });

  it('draws on, however long the clock says it has taken', async () => {
    const thread = new DrawingThread();
    vi.useFakeTimers({ toFake: ['setTimeout'] });
    const hours = setInterval(() => vi.advanceTimersByTime(3_600_000), 1);
    try {
      expect((await thread.draw(request)).kind).toBe('flowchart-v2');
    } finally {
      clearInterval(hours);
      vi.useRealTimers();
      await thread.end();
    }
  });

  it('rejects what waits when it is ended, and starts again', async () => {
    const thread = new DrawingThread();
    const waiting = expect(thread.draw(request)).rejects.toThrow('ended');
    await thread.end();
    await waiting;
    expect((await thread.draw(request)).kind).toBe('flowchart-v2');
    await thread.end();
  });

  it('draws at once and in any order what is asked for at once', async () => {
    const thread = new DrawingThread();
    const drawn = await Promise.all(
      ['甲', '乙', '丙'].map((name) => thread.draw({ ...request, source: `graph TD\n  ${name}` })),
    );
    expect(drawn.map(({ svg }) => /甲|乙|丙/.exec(svg)?.[0])).toEqual(['甲', '乙', '丙']);
    await thread.end();
  });

  it('neither keeps a process alive nor leaves its globals there', async () => {
    const module = path.resolve(import.meta.dirname, '../../../src/diagrams/drawing-thread.ts');
    const script = `
      const { DrawingThread } = await import(${JSON.stringify(module)});
      const { kind } = await new DrawingThread().draw(${JSON.stringify(request)});
      console.log(kind, typeof document, typeof window);`;
    const { stdout } = await promisify(execFile)(process.execPath, ['--input-type=module', '--eval', script]);
    expect(stdout.trim()).toBe('flowchart-v2 undefined undefined');
  });
});
