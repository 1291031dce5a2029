import { execFile } from 'node:child_process';
import path from 'node:path';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';
import { runNames } from '../../../src/book/runs/names.ts';
import { runValue } from '../read-lab.ts';

const command = path.resolve(import.meta.dirname, '../../../scripts/new/list-numbers.ts');
const list = (...groups: string[]) => promisify(execFile)(process.execPath, [command, ...groups]);

test('each number of a group is listed with its value, unit and meaning', async () => {
  const { stdout } = await list('costs');
  const lines = stdout.trim().split('\n');
  expect(lines.map((line) => line.split(/\s+/, 2).join(' '))).toEqual(
    runNames.costs.map((name) => `costs ${name}`),
  );
  expect(lines[0]).toMatch(
    new RegExp(`^costs parameters +${runValue('costs parameters')} parameters +parameters of Qwen3-8B$`),
  );
  expect((await list('bigrams')).stdout).toMatch(/^bigrams length +\d+ characters +length of the article$/m);
});

test('a group that there is not is told with those that there are', async () => {
  await expect(list('cost')).rejects.toMatchObject({
    stderr: 'The lab has no group "cost". It has ' + Object.keys(runNames).join(', ') + '.\n',
  });
});
