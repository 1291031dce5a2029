import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { diagramData } from '@mermaid-js/examples';
import { expect, test } from 'vitest';
import { Renderer } from '../../../src/diagrams/mermaid/renderer.ts';
import { replaceForeignObjects } from '../../../src/diagrams/svg/foreign-text.ts';
import { resolveStyles } from '../../../src/diagrams/svg/resolve-styles.ts';
import { uniteByPalette, uniteThemes } from '../../../src/diagrams/svg/unite-themes.ts';
import { ThemedColours } from '../../../src/diagrams/theme/themed-colours.ts';
import { readDiagramLook } from '../../../src/markdown/code/diagram-look.ts';

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

const { palette, fonts } = readDiagramLook();
const colours = new ThemedColours(palette);
const renderer = new Renderer(fonts);

/** Of each diagram: whether the dark colours were told from the light drawing, and as the dark drawing has them. */
async function drawBoth(sources: string[]): Promise<{ told: boolean; same: boolean }[]> {
  const said: { told: boolean; same: boolean }[] = [];
  for (const source of sources) {
    const light = await renderer.render(source, colours.light);
    const dark = await renderer.render(source, colours.dark);
    for (const { svg } of [light, dark]) {
      replaceForeignObjects(svg, renderer.layout);
      resolveStyles(svg);
    }
    const alone = light.svg.cloneNode(true) as Element;
    const told = uniteByPalette(alone, source, colours);
    uniteThemes(light.svg, dark.svg, source, colours);
    said.push({ told, same: alone.outerHTML === light.svg.outerHTML });
  }
  return said;
}

test('what the light drawing tells of the dark one is what that says', { timeout: 120_000 }, async () => {
  const said = await drawBoth(examples.map(({ code }) => code));
  const told = examples.filter((_, index) => said[index]?.told).map(({ name }) => name);
  const wrong = examples.filter((_, index) => said[index]?.told && !said[index].same);
  expect(wrong.map(({ name }) => name)).toEqual([]);
  // To be told is what makes a large book quick; that it ceases, as with a new Mermaid, should be seen.
  expect(told.length / examples.length).toBeGreaterThan(0.6);
  expect(told).toContain('flowchart-v2: Basic Flowchart');
});

test("the author's colours stay, and one that the palette has too cannot be told from it", async () => {
  const flowchart = (style: string): string => `graph TD\nA[一] --> B[二]\nstyle A ${style}`;
  const wash = colours.light.washes[0] ?? '';
  const said = await drawBoth([
    flowchart('fill:#ffeedd'),
    flowchart('stroke:#982812'),
    flowchart(`fill:${wash}`),
  ]);
  expect(said.map(({ told }) => told)).toEqual([true, true, false]);
  expect(said.map(({ same }) => same).slice(0, 2)).toEqual([true, true]);
});
