import { JSDOM } from 'jsdom';
import { expect, it } from 'vitest';
import drawDiagram from '../../../src/diagrams/draw-diagram.ts';
import { readDiagramLook } from '../../../src/markdown/code/diagram-look.ts';

const look = readDiagramLook();
const holder = new JSDOM('').window.document.createElement('div');

/** The labels of a diagram as they are drawn, lines of one joined by `|`. */
async function labelsOf(source: string): Promise<string[]> {
  const result = await drawDiagram({ source, title: '题', description: '述', ...look });
  if ('fault' in result) throw new Error(result.fault.reason);
  holder.innerHTML = result.diagram.svg;
  return [...holder.querySelectorAll('text')].map((text) => {
    const lines = [...text.querySelectorAll('tspan[x="0"]')];
    return (lines.length ? lines : [text])
      .map(({ textContent }) => textContent.replace(/\s+/g, ' ').trim())
      .join('|');
  });
}

/** What people write in labels, and what it means. */
const markup = 'a > b `x` <b>粗</b>&amp; ~~s~~';
const meaning = 'a > b `x` 粗& ~~s~~';

it.each<[string, string, ...string[]]>([
  [
    'wide notes',
    'sequenceDiagram\n A->>B: x\n Note over A,B: 跨越的备注，比较长的中文文字',
    '跨越的备注，比较长的',
    '中文文字',
  ],
  ['what is no tag', 'graph TD\n A["a<b c>d"] --> B["x<sup>2</sup> H<sub>2</sub>O"]', 'a<b c>d', 'x² H₂O'],
  ['flowchart', 'flowchart LR\n A["x -> y"] -->|">= 50 分"| B["a > b"]\n B --> C["右移 >>>"]', 'x -> y', '>= 50 分', 'a > b', '右移 >>>'], // prettier-ignore
  ['flowchart, unquoted', 'flowchart LR\n A[a > b] -- c > d --> B{x -> y}', 'a > b', 'c > d', 'x -> y'],
  ['generic types', 'graph LR\n A["List<String>"] --> B["x<y && y > z"]', 'List<String>', 'x<y && y > z'],
  ['subgraph', `graph LR\n subgraph G["${markup}"]\n A["\`md ${markup.replaceAll('`', "'")}\`"]\n end`, meaning, meaning.replace(/^/, 'md ').replaceAll('`', "'")], // prettier-ignore
  ['block', `block\n a["${markup}"] b["&nbsp;"]`, meaning],
  ['mindmap', 'mindmap\n  root((根))\n    使用 `npm install` 安装\n    旧 ~~新~~ 了', '使用 `npm install` 安装', '旧 ~~新~~ 了'], // prettier-ignore
  ['class', `classDiagram\n class A {\n  -sync[Domain]() List~int~\n }\n A --> B : ${markup}`, '-sync[Domain]() : List<int>', meaning], // prettier-ignore
  ['state', `stateDiagram-v2\n s1: ${markup}\n s1 --> s2`, meaning.replace('& ', '&|')],
  ['er', `erDiagram\n A ||--o{ B : "${markup}"\n A {\n  string x "a > b"\n }`, meaning, 'a > b'],
  ['kanban', `kanban\n k1[${markup}]\n  t1[a > b]`, meaning, 'a > b'],
  ['requirement', `requirementDiagram\n requirement r {\n id: 1\n text: "${markup}"\n }`, `Text: ${meaning}`],
  ['sequence', `sequenceDiagram\n A->>B: ${markup} x<y\n loop a > b\n B->>A: List<String>\n end`, `${meaning} x<y`, '[a > b]', 'List<String>'], // prettier-ignore
  ['gitGraph', 'gitGraph\n commit id: "a > b" tag: "<b>x</b>&amp;"', 'a > b', 'x&'],
  ['timeline', 'timeline\n title a > b <b>粗</b>\n 2001 : x<br>y', 'a > b 粗', 'x|y'],
  ['pie', `pie title ${markup}\n "a > b" : 3`, meaning, 'a > b'],
  ['xychart', `xychart\n title "${markup}"\n x-axis ["&lt;", "b"]\n bar [1, 2]`, meaning, '<'],
  ['entities', 'graph LR\n A["引号 #quot;x#quot;"] --> B["第 1#46; 步"] --> C["&copy;&#x4e2d;&nbsp;文"]', '引号 "x"', '第 1. 步', '©中 文'], // prettier-ignore
  ['tags', 'graph TD\n A["<b>粗</b> <i>斜</i> <small>小</small>"] -->|"<b>是</b>"| B["<a href=\'https://example.org\'>链接</a>"]', '粗 斜 小', '是', '链接'], // prettier-ignore
  ['blocks', 'graph TD\n A["<div style=\'font-weight: bold\'>名</div><div style=\'font-size:70%\'>[Person]</div><p>述</p>"] --> B["一</br>二<BR />三"]', '名|[Person]|述', '一|二|三'], // prettier-ignore
  [
    'icons',
    'graph TD\n A[fa:fa-car] --> B["fa:fa-car 车"] --> C["<i class=\'fa fa-car\'></i> 车"]',
    'car',
    '车',
  ],
  [
    'journey',
    'journey\n section 浏览\n 打开首页浏览推荐的商品列表: 5: 用户',
    '打开首页浏览推',
    '荐的商品列表',
  ],
  [
    'timeline in Chinese',
    'timeline\n 2019 : 发布了第一个中文预训练语言模型',
    '发布了第一个中文预|训练语言模型',
  ],
  [
    'loops in Chinese',
    'sequenceDiagram\n 甲->>乙: 求\n alt 本地事务成功\n 乙->>甲: 应\n end',
    '[本地事务成',
    '功]',
  ],
  [
    'a long axis',
    'gantt\n dateFormat YYYY-MM-DD\n 甲 :a, 2024-01-01, 12d',
    '2024-01-01',
    '2024-01-03',
    '2024-01-05',
  ],
])('loses nothing of a label: %s', async (_, source, ...labels) => {
  expect(await labelsOf(source)).toEqual(expect.arrayContaining(labels));
});

it('sets what is bold, small or a link as such', async () => {
  await labelsOf(
    'graph TD\n A["<b>很粗</b>的 <small>小</small>"] --> B["<a href=\'/maths/\'>链接</a>"] --> C["`**重**点`"]',
  );
  const found = (selector: string): string[] =>
    [...holder.querySelectorAll(selector)].map(({ textContent }) => textContent);
  expect(found('[font-weight="700"], [font-weight="bold"]')).toEqual(['很粗', '重']);
  expect(found('[font-size="12.75"]')).toEqual(['小']);
  expect(found('a[href="/maths/"]')).toEqual(['链接']);
});

it('reads colours and addresses as written', async () => {
  const source = 'graph TD\n A["x"] --> B\n style A fill:#fc0;\n click A "/x?a=1&lt=2"';
  await labelsOf(source);
  expect(holder.querySelector('a')?.getAttribute('href')).toBe('/x?a=1&lt=2');
  expect(holder.innerHTML).toMatch(/fill="#(?:fc0|ffcc00)"/);
});

it.each([
  ['the size of all text', '%%{init: {"themeVariables": {"fontSize": "11px"}}}%%\nclassDiagram\n class A', 'classDiagram\n class A'], // prettier-ignore
  ['a size of a kind', '%%{init: {"sequence": {"messageFontSize": 9}}}%%\nsequenceDiagram\n A->>B: 一', 'sequenceDiagram\n A->>B: 一'], // prettier-ignore
  [
    'a size in a style',
    'graph LR\n A[一]\n style A font-size:8px',
    'graph LR\n A[一]\n style A font-size:12px',
  ],
])('draws boxes for the text that is in them: %s', async (_, small, readable) => {
  await labelsOf(small);
  const drawn = holder.innerHTML.replace(/d[0-9a-f]{8}/g, '');
  await labelsOf(readable);
  expect(drawn).toBe(holder.innerHTML.replace(/d[0-9a-f]{8}/g, ''));
});

it('leaves room for the names of sections', async () => {
  await labelsOf('gantt\n dateFormat YYYY-MM-DD\n section 需求分析与总体设计阶段\n 甲 :a, 2024-01-01, 12d');
  const bar = holder.querySelector('rect[stroke="var(--line2)"]');
  expect(Number(bar?.getAttribute('x'))).toBeGreaterThan(12 * 14);
});
