import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openBook, type OpenBook } from './open-book.ts';
import { difference, takeView, views, type Block } from './views.ts';

const folder = path.join(import.meta.dirname, 'references');
const stored = existsSync(folder) ? readdirSync(folder) : [];
const renew = 'When it is meant, run `npm run references`, and look at each picture that changes.';

let book: OpenBook;

beforeAll(async () => {
  book = await openBook();
});

afterAll(() => book.close());

test('a difference is seen, and none where there is none', async () => {
  const [light, dark] = views.filter(({ name }) => name.startsWith('not-found-390'));
  if (!light || !dark) throw new Error('There are no such views.');
  const [one, again, other] = [
    await takeView(book.browser, book.address, light),
    await takeView(book.browser, book.address, light),
    await takeView(book.browser, book.address, dark),
  ];
  expect(await difference(one.picture, again.picture)).toBe(0);
  expect(again.blocks).toEqual(one.blocks);
  expect(await difference(one.picture, other.picture)).toBeGreaterThan(0.5);
});

test('there are references of all views, or of none yet', () => {
  const wanted = views.flatMap(({ name }) => [`${name}.json`, `${name}.png`]);
  expect(stored.length ? stored.toSorted() : wanted.concat('browser.txt').sort()).toEqual(
    wanted.concat('browser.txt').sort(),
  );
  const sizes = stored.map((file) => readFileSync(path.join(folder, file)).length);
  expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThanOrEqual(3 * 1024 * 1024);
});

test.each(views.filter(({ name }) => stored.includes(`${name}.png`)))(
  '$name looks as it was reviewed',
  async (view) => {
    const { picture, blocks } = await takeView(book.browser, book.address, view);
    const reference = readFileSync(path.join(folder, `${view.name}.json`), 'utf8');
    const before = reference
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as Block);
    expect(moved(blocks, before), `Blocks stand elsewhere. ${renew}`).toEqual([]);

    // Another browser draws letters otherwise: then only the places above say something.
    const made = majorOf(readFileSync(path.join(folder, 'browser.txt'), 'utf8'));
    if (majorOf(book.browser.version()) !== made) {
      console.info(
        `${view.name}: the picture is Chromium ${made}'s, this is ${book.browser.version()}; places compared.`,
      );
      return;
    }
    const differing = await difference(picture, readFileSync(path.join(folder, `${view.name}.png`)));
    expect(differing, `The picture differs. ${renew}`).toBeLessThan(0.001);
  },
);

/** Blocks that are not where they were, by more than a pixel, and such as came or went. */
function moved(blocks: Block[], before: Block[]): string[] {
  const places = new Map(before.map(({ name, box }) => [name, box]));
  const names = new Set(blocks.map(({ name }) => name));
  return [
    ...before.filter(({ name }) => !names.has(name)).map(({ name }) => `${name} is gone`),
    ...blocks.flatMap(({ name, box }) => {
      const was = places.get(name);
      const stands = was && box.every((edge, index) => Math.abs(edge - (was[index] ?? 0)) <= 1);
      return stands ? [] : [`${name} is at ${box.join(' ')}, was at ${was?.join(' ') ?? 'no place'}`];
    }),
  ];
}

function majorOf(version: string): string {
  return version.split('.')[0] ?? version;
}
