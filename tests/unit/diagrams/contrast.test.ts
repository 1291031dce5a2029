import { JSDOM } from 'jsdom';
import { expect, it } from 'vitest';
import drawDiagram from '../../../src/diagrams/draw-diagram.ts';
import { contrast } from '../../../src/diagrams/theme/colour.ts';
import { ThemedColours } from '../../../src/diagrams/theme/themed-colours.ts';
import { readDiagramLook } from '../../../src/markdown/code/diagram-look.ts';

const look = readDiagramLook();
const colours = new ThemedColours(look.palette);
const holder = new JSDOM('').window.document.createElement('div');

async function draw(source: string): Promise<void> {
  const result = await drawDiagram({ source, title: '题', description: '述', ...look });
  if ('fault' in result) throw new Error(result.fault.reason);
  holder.innerHTML = result.diagram.svg;
}

/** The contrast of a label with a ground, the worse of two themes. */
function contrastOf(label: string, ground: string): number {
  const parts = [...holder.querySelectorAll('text, text *')];
  const part = parts.findLast(({ textContent }) => textContent.trim() === label);
  const ink = colours.resolve(part?.closest('[fill]')?.getAttribute('fill') ?? '');
  const on = ground === 'page' ? look.palette.background : { light: ground, dark: ground };
  if (!ink) throw new Error(`“${label}” has no colour.`);
  return Math.min(contrast(ink.light, on.light), contrast(ink.dark, on.dark));
}

const er = 'erDiagram\n 课程 {\n string 一\n string 二\n }\n style 课程 fill:#005D7B';
const sequence = 'sequenceDiagram\n rect rgb(235, 248, 255)\n A->>B: 浅\n loop 圈\n B->>A: 内\n end\n end\n rect rgb(40 44 52)\n A->>B: 深\n end'; // prettier-ignore
const box = 'sequenceDiagram\n box purple 紫框\n participant A\n end\n box Frontend\n participant B\n end\n A->>B: 你好'; // prettier-ignore

it.each([
  ['a subgraph', 'graph LR\n subgraph G[组]\n A\n end\n style G fill:#e3f2fd', '组', '#e3f2fd'],
  ['a dark subgraph', 'graph LR\n subgraph G[组]\n A\n end\n style G fill:#1a237e', '组', '#1a237e'],
  [
    'a class of subgraphs',
    'graph LR\n subgraph G[组]\n A\n end\n class G x\n classDef x fill:#012',
    '组',
    '#001122',
  ],
  ['a node without a box on it', 'graph LR\n subgraph G[组]\n A@{shape: text, label: 字}\n end\n style G fill:#e3f2fd', '字', '#e3f2fd'], // prettier-ignore
  ['a named colour', 'graph LR\n A[紫] --> B[绿]\n style A fill:purple', '紫', '#800080'],
  ['a colour that lets light through', 'graph LR\n A[一]\n style A fill:#ff000010', '一', 'page'],
  ['a message', sequence, '浅', '#ebf8ff'],
  ['the label of a loop', sequence, '[圈]', '#ebf8ff'],
  ['a message on dark', sequence, '深', '#282c34'],
  ['the title of a box', box, '紫框', '#800080'],
  ['a word that is no colour', box, 'Frontend', 'page'],
  ['the head of a table', er, '课程', '#005d7b'],
  ['the rows of a table', er, '二', '#005d7b'],
  ['a row that has a ground of its own', er, '一', 'page'],
  ["the author's colour on the page", 'graph LR\n A[一]\n style A fill:none,color:#333', '一', 'page'],
  ['variables of the theme', '%%{init: {"themeVariables": {"mainBkg": "#101040"}}}%%\ngraph LR\n A[一]', '一', '#101040'], // prettier-ignore
])('%s can be read in both themes', async (_, source, label, ground) => {
  await draw(source);
  expect(contrastOf(label, ground)).toBeGreaterThanOrEqual(4.5);
});

it('numbers messages in the colour of the page on that of text', async () => {
  await draw('sequenceDiagram\n autonumber\n rect rgb(20, 20, 60)\n A->>B: 一\n end');
  const number = [...holder.querySelectorAll('text')].find(({ textContent }) => textContent === '1');
  expect(number?.getAttribute('fill')).toBe('var(--bg)');
  expect(holder.querySelector('marker circle')?.getAttribute('fill')).toBe('var(--ink)');
});

it("keeps an author's colour where it can be read", async () => {
  await draw('graph TD\n subgraph G[标题]\n A\n end\n style G fill:#1a237e,color:#fff');
  expect(holder.innerHTML).toMatch(/fill="#fff(?:fff)?"[^>]*>(?:<[^>]*>)*标题/);
});

it('draws edges that can be told from what is behind them', async () => {
  await draw('graph LR\n A --> B\n linkStyle 0 stroke:#111');
  const edge = holder.querySelector('path[marker-end]')?.getAttribute('stroke') ?? '';
  expect(contrast(colours.resolve(edge)?.dark ?? '', look.palette.background.dark)).toBeGreaterThanOrEqual(3);
  expect(colours.resolve(edge)?.light).toBe('#111111');
});
