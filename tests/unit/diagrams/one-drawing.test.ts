import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { diagramData } from '@mermaid-js/examples';
import { expect, test } from 'vitest';
import { PALETTES } from '../../../src/diagrams/theme/palette.ts';

const chinese = path.resolve(import.meta.dirname, '../../fixtures/diagrams/chinese');
const examples = [
  ...diagramData.flatMap(({ id, examples }) =>
    examples.map(({ title, code }) => ({ name: `${id}: ${title}`, code })),
  ),
  ...readdirSync(chinese).map((name) => ({
    name,
    code: readFileSync(path.join(chinese, name), 'utf8'),
  })),
];

/** Of each diagram: whether the dark colours were told from the light drawing, and as the dark drawing has them. */
function drawBoth(sources: string[]): { told: boolean; same: boolean }[] {
  const script = path.join(import.meta.dirname, 'draw-both.ts');
  const said = execFileSync(process.execPath, [script], { input: JSON.stringify(sources) });
  return JSON.parse(said.toString()) as { told: boolean; same: boolean }[];
}

test('what the light drawing tells of the dark one is what that says', { timeout: 120_000 }, () => {
  const said = drawBoth(examples.map(({ code }) => code));
  const told = examples.filter((_, index) => said[index]?.told).map(({ name }) => name);
  const wrong = examples.filter((_, index) => said[index]?.told && !said[index].same);
  expect(wrong.map(({ name }) => name)).toEqual([]);
  // To be told is what makes a large book quick; that it ceases, as with a new Mermaid, should be seen.
  expect(told.length / examples.length).toBeGreaterThan(0.6);
  expect(told).toContain('flowchart-v2: Basic Flowchart');
});

test("the author's colours stay, and one that the palette has too cannot be told from it", () => {
  const flowchart = (style: string): string => `graph TD\nA[一] --> B[二]\nstyle A ${style}`;
  const wash = PALETTES.light.washes[0] ?? '';
  const said = drawBoth([flowchart('fill:#ffeedd'), flowchart('stroke:#982812'), flowchart(`fill:${wash}`)]);
  expect(said.map(({ told }) => told)).toEqual([true, true, false]);
  expect(said.map(({ same }) => same).slice(0, 2)).toEqual([true, true]);
});
