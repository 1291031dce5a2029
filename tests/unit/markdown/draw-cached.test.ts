import { cp, mkdtemp, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { runInThread } from '../../../src/build/pool.ts';
import { readDiagramLook } from '../../../src/markdown/code/diagram-look.ts';
import { drawCached } from '../../../src/markdown/code/draw-cached.ts';
import { readPalette } from '../../../src/palette.ts';

vi.mock('../../../src/build/pool.ts', () => ({ runInThread: vi.fn(() => ({ diagram: {} })) }));

const look = readDiagramLook();
const request = { source: 'graph TD', title: '题', description: '述', ...look };
let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'draw-cached-'));
  await drawCached(request, folder);
});
afterAll(() => rm(folder, { recursive: true }));

describe('a diagram that was drawn', () => {
  const isDrawn = async (other: typeof request): Promise<boolean> => {
    vi.mocked(runInThread).mockClear();
    await drawCached(other, folder);
    return vi.mocked(runInThread).mock.calls.length > 0;
  };

  it('is not drawn again, wherever its font files are', async () => {
    const moved = path.join(folder, 'moved.ttf');
    await cp(look.fonts[400], moved);
    expect(await isDrawn(request)).toBe(false);
    expect(await isDrawn({ ...request, fonts: { ...look.fonts, 400: moved } })).toBe(false);
  });

  it.each([
    ['source', { source: 'graph LR' }],
    ['title', { title: '另' }],
    ['description', { description: '另' }],
    ['a colour in the dark', { palette: { ...look.palette, red: { ...look.palette.red, dark: '#f2917c' } } }],
  ])('is drawn again for another %s', async (_, change) => {
    expect(await isDrawn({ ...request, ...change })).toBe(true);
  });

  it('is drawn again for another font', async () => {
    const other = path.join(folder, 'other.ttf');
    await writeFile(other, 'another font');
    expect(await isDrawn({ ...request, fonts: { ...look.fonts, 700: other } })).toBe(true);
  });
});

it('the palette is that of the page', () => {
  const { light, dark } = readPalette().get('bg') ?? {};
  expect(look.palette.background).toEqual({ name: 'bg', light, dark });
  expect(dark).toMatch(/^#\w{6}$/);
});
