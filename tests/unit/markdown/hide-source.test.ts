import { afterEach, expect, test, vi } from 'vitest';
import { VFile } from 'vfile';
import { renderChapter } from './render-chapter.ts';

afterEach(() => {
  vi.restoreAllMocks();
});

const chapterOf = (notes: number): string =>
  Array.from(
    { length: notes },
    (_, id) => `甲<Ref to="n-${id}" />\n\n<Note id="n-${id}" verdict="断语。">\n\n依据。\n\n</Note>\n`,
  ).join('\n');

/** How often the source is asked for while a chapter of so many notes is compiled. */
async function timesRead(notes: number): Promise<number> {
  const read = vi.spyOn(VFile.prototype, 'toString');
  await renderChapter(chapterOf(notes));
  const times = read.mock.results.filter(({ value }) => value !== '').length;
  read.mockRestore();
  return times;
}

test('twice the notes do not have the source read twice as often', async () => {
  const few = await timesRead(10);
  expect(few).toBeGreaterThan(0);
  expect(await timesRead(20)).toBe(few);
});

test('what reads the source after that has it', async () => {
  const { problems } = await renderChapter('甲\n\n- 乙\n\n  $$\n  \\foo{a}\n  $$\n');
  expect(problems).toEqual(['formula-unknown-command 6:3']);
});

test('the tree still says how far it reaches', async () => {
  const { tree } = await renderChapter('甲\n\n乙\n');
  expect(tree.position).toEqual({
    start: { line: 1, column: 1, offset: 0 },
    end: { line: 4, column: 1, offset: 5 },
  });
});
