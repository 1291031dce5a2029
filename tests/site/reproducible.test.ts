import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, inject, test } from 'vitest';
import { listAllFiles } from './read-dist.ts';

const { plain, again } = inject('sites');

test('the same project built in another folder and time zone gives the same files', () => {
  expect(listAllFiles(again.dist)).toEqual(listAllFiles(plain.dist));
  const different = listAllFiles(plain.dist).filter(
    (file) => !readFileSync(path.join(plain.dist, file)).equals(readFileSync(path.join(again.dist, file))),
  );
  expect(different).toEqual([]);
});

test('no file tells where it was built', () => {
  const telling = listAllFiles(plain.dist).filter((file) =>
    readFileSync(path.join(plain.dist, file)).includes(plain.root),
  );
  expect(telling).toEqual([]);
});
