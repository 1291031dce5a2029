import { execFile } from 'node:child_process';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { diagramData } from '@mermaid-js/examples';
import { JSDOM } from 'jsdom';
import { describe, expect, it } from 'vitest';
import drawDiagram from '../../../src/diagrams/draw-diagram.ts';
import type { Diagram, DiagramFault, DiagramRequest } from '../../../src/diagrams/diagram.ts';
import { readDiagramLook } from '../../../src/markdown/code/diagram-look.ts';

const root = path.resolve(import.meta.dirname, '../../..');
const fixtures = path.join(root, 'tests/fixtures/diagrams');
const chinese = (await readdir(path.join(fixtures, 'chinese'))).sort();
const refused = (await readdir(path.join(fixtures, 'refuses-chinese'))).sort();
const named = { title: '题目', description: '一句说明。' };
const { document } = new JSDOM('').window;

const look = readDiagramLook();

async function draw(source: string, more: Partial<DiagramRequest> = named): Promise<Diagram> {
  const result = await drawDiagram({ source, ...look, ...more });
  if ('fault' in result) throw new Error(`${result.fault.reason} ${result.fault.remedy}`);
  return result.diagram;
}

async function fault(source: string, more: Partial<DiagramRequest> = named): Promise<DiagramFault> {
  const result = await drawDiagram({ source, ...look, ...more });
  if ('diagram' in result) throw new Error(`No fault is found in: ${source}`);
  return result.fault;
}

/** What a strict policy or the house style forbids, found in a drawing. */
function faultsOf(svg: string): string[] {
  const holder = document.createElement('div');
  holder.innerHTML = svg;
  const faults = [
    ...holder.querySelectorAll('style, script, foreignObject, [style], image, marker:empty'),
  ].map(({ localName }) => localName);
  const ids = [...holder.querySelectorAll('[id]')].map(({ id }) => id);
  if (new Set(ids).size < ids.length) faults.push('ids that are not unique');
  for (const element of holder.querySelectorAll('*')) {
    for (const { name, value } of element.attributes) {
      if (/^(?:data-|on|aria-roledescription|xlink:)/.test(name)) faults.push(name);
      if (/NaN|undefined|Infinity/.test(value)) faults.push(`${name}="${value}"`);
      for (const [, id = ''] of value.matchAll(/url\(#([^)]+)\)/g))
        if (!ids.includes(id)) faults.push(`#${id}`);
      if (/^[a-z-]*(?:fill|stroke|stop-color)$/.test(name) && /^(?:black|white)$/.test(value))
        faults.push(value);
    }
  }
  return faults;
}

describe('every kind of diagram', () => {
  const examples = diagramData.map(({ id, examples }) => ({
    id,
    code: (examples.find(({ isDefault }) => isDefault) ?? examples[0])?.code ?? '',
  }));

  it('has an example here', () => {
    expect(examples.length).toBeGreaterThanOrEqual(33);
  });

  it.each(examples)("Mermaid's example of $id", async ({ code }) => {
    const { svg, width, height } = await draw(code);
    expect(faultsOf(svg)).toEqual([]);
    expect(svg).toMatch(/^<svg [^>]*role="(?:img|group)"/);
    expect(svg).toContain('<title id=');
    expect(width * height).toBeGreaterThan(1000);
  });

  it.each(chinese)('in Chinese: %s', async (file) => {
    const source = await readFile(path.join(fixtures, 'chinese', file), 'utf8');
    const { svg } = await draw(source);
    expect(faultsOf(svg)).toEqual([]);
    const label = source.match(/[\u4e00-\u9fff]/g)?.at(-1) ?? 'no Chinese';
    expect(svg.replace(/<(title|desc).*?<\/\1>|<[^>]+>/g, '')).toContain(label);
  });

  it.each(refused)('whose grammar refuses Chinese: %s', async (file) => {
    const error = await fault(await readFile(path.join(fixtures, 'refuses-chinese', file), 'utf8'));
    expect(error.rule).toBe('diagram-syntax');
    expect(error.reason).toMatch(/[\u4e00-\u9fff]/);
  });
});

describe('a drawing', () => {
  const chart = 'graph TD\n  A[数据收集] --> B[数据预处理]';

  it('follows the theme by tokens, and carries its words', async () => {
    const { svg, kind } = await draw(chart);
    expect(kind).toBe('flowchart-v2');
    expect(svg).toContain('fill="var(--bg)" stroke="var(--line2)"');
    expect(svg).toMatch(/<title id="d[0-9a-f]{8}-title">题目<\/title>/);
    expect(svg).toMatch(/<desc id="d[0-9a-f]{8}-desc">一句说明。<\/desc>/);
    expect(svg).toMatch(/aria-labelledby="(d[0-9a-f]{8})-title \1-desc"/);
    expect(svg).not.toMatch(/[^(]#[0-9a-f]{6}/);
  });

  it('takes its words from the source first', async () => {
    const { title, description, svg } = await draw(`${chart}\naccTitle: 源中的题\naccDescr: 源中的话`);
    expect([title, description]).toEqual(['源中的题', '源中的话']);
    expect(svg).not.toContain('题目');
  });

  it('is described by what is in it where nobody has written words for it', async () => {
    const { title, description } = await draw(`${chart} --> C[丙]`, { isDescribed: true });
    expect(title).toBe('流程图');
    expect(description).toBe(
      '（此说明由程序据图生成）流程图，3个节点，2条连线，自“数据收集”至“丙”。图中文字：数据收集；数据预处理；丙。',
    );
  });

  it('keeps links, and is no picture then', async () => {
    const { svg } = await draw(`${chart}\n  click A href "/maths/#x"`);
    expect(svg).toMatch(/<a [^>]*href="\/maths\/#x"[^>]*>.*数据收集.*<\/a>/);
    expect(svg).toContain('role="group"');
  });

  it('breaks long Chinese labels where one may', async () => {
    const { svg } = await draw('graph TD\n  A[一二三四五六七八九十一二三四五，这里是后文]');
    const lines = [...svg.matchAll(/<tspan x="0"[^>]*>(?:<tspan>)?([^<]*)/g)].map(([, line]) => line);
    expect(lines.join('')).toBe('一二三四五六七八九十一二三四五，这里是后文');
    expect(lines.length).toBeGreaterThan(1);
    expect(lines.filter((line) => line?.startsWith('，'))).toEqual([]);
  });

  it('colours nodes by the classes of the house', async () => {
    const { svg } = await draw(`${chart}\n  A:::zhu`);
    expect(svg).toContain('stroke="var(--zhu)"');
  });

  it('does not tell on which day it was drawn', async () => {
    const gantt = 'gantt\n  dateFormat YYYY-MM-DD\n  section 甲\n  乙 : 2000-01-01, 2100-01-01';
    expect((await draw(gantt)).svg).not.toMatch(/<line [^>]*x1=/);
  });

  it('is the same, byte for byte, in another process, folder and time zone', async () => {
    const sources = diagramData
      .filter(({ id }) => ['gantt', 'mindmap', 'architecture', 'cynefin', 'er', 'flowchart-v2'].includes(id))
      .map(({ examples }) => examples[0]?.code ?? '');
    const here = [];
    for (const source of sources) here.push((await draw(source)).svg);
    expect(here).toHaveLength(6);

    const module = path.join(root, 'src/diagrams/draw-diagram.ts');
    const script = `
      const { default: draw } = await import(${JSON.stringify(module)});
      const drawn = [];
      for (const source of ${JSON.stringify(sources)})
        drawn.push((await draw({ source, ...${JSON.stringify({ ...named, ...look })} })).diagram.svg);
      drawn.push(typeof document, typeof window, String(Date).includes('native code'));
      console.log(JSON.stringify(drawn));`;
    const elsewhere = await mkdtemp(path.join(os.tmpdir(), 'elsewhere-'));
    const { stdout } = await promisify(execFile)(
      process.execPath,
      ['--input-type=module', '--eval', script],
      {
        cwd: elsewhere,
        env: { ...process.env, TZ: 'America/New_York', LANG: 'zh_CN.UTF-8' },
        maxBuffer: 1e8,
      },
    );
    await rm(elsewhere, { recursive: true });
    // Nothing of a browser is left in the thread.
    expect(JSON.parse(stdout)).toEqual([...here, 'undefined', 'undefined', true]);
  });
});

describe('a faulty source', () => {
  it.each<[string, string, Partial<DiagramFault>]>([
    [
      'an unknown kind',
      'flowchrat TD\n A --> B',
      { rule: 'diagram-unknown-type', line: 1, column: 1, candidates: ['flowchart'] },
    ],
    [
      'an unknown kind after front matter',
      '---\ntitle: x\n---\npai\n',
      { rule: 'diagram-unknown-type', line: 4 },
    ],
    ['nothing at all', ' \n', { rule: 'diagram-unknown-type', line: 1 }],
    [
      'a broken edge',
      'graph TD\n  A[甲] --> B[乙]\n  B[乙] -> C\n  C --> D',
      { rule: 'diagram-syntax', line: 3 },
    ],
    ['an open bracket', 'graph TD\n  A[甲 --> B\n  B --> C', { rule: 'diagram-syntax', line: 2 }],
    [
      'a broken edge after front matter, a directive and a comment',
      '---\ntitle: x\n---\n%%{init: {"flowchart": {"curve": "linear"}}}%%\ngraph TD\n  A --> B\n\n%% 注\n  B -> C\n',
      { rule: 'diagram-syntax', line: 9 },
    ],
    [
      'a message to nobody',
      'sequenceDiagram\n  甲->>乙: 问\n  乙->>: 答',
      { rule: 'diagram-syntax', line: 3 },
    ],
    ['a slice without a number', 'pie\n  "网页" : 58\n  "书籍" : 很多', { rule: 'diagram-syntax', line: 3 }],
    [
      'a state that never ends',
      'stateDiagram-v2\n  state 甲 {\n  乙 --> 丙',
      { rule: 'diagram-syntax', line: 3 },
    ],
    ['a script', 'graph TD\n  A --> B\n  click A call f()', { rule: 'diagram-script', line: 3 }],
    [
      'a script as an address',
      'graph TD\n  A-->B\n  click A "javascript:f()"',
      { rule: 'diagram-unsafe-link', line: 3 },
    ],
    [
      'an address of a kind that no page needs',
      'graph TD\n  A-->B\n  click A "ftp://example.org/x"',
      { rule: 'diagram-unsafe-link', line: 3 },
    ],
    [
      'a picture from elsewhere',
      'graph TD\n  A@{ img: "https://example.org/x.png", label: "图", h: 60 }',
      { rule: 'diagram-unsafe-link', line: 2 },
    ],
    [
      'a date that is none',
      'gantt\n  dateFormat YYYY-MM-DD\n  任务 : 某日, 3d',
      { rule: 'diagram-syntax', line: 3 },
    ],
    [
      'front matter that is no YAML',
      '---\ntitle: x\n  a: [\n---\ngraph TD\n A',
      { rule: 'diagram-syntax', line: 3 },
    ],
  ])('%s', async (_, source, expected) => {
    const error = await fault(source);
    expect(error).toMatchObject(expected);
    expect(error.reason).toMatch(/\.$/);
    expect(error.remedy.length).toBeGreaterThan(10);
  });

  it.each([
    ['graph TD\n  A[输入(参数)] --> B', 'A["输入(参数)"] --> B'],
    ['graph TD\n  A(圆(形)) --> B{判断(是)}', 'A("圆(形)") --> B{"判断(是)"}'],
    ['graph TD\n  A -->|f(x)| B', 'A -->|"f(x)"| B'],
    ['graph TD\n  A[他说"好"] --> B', 'A["他说#quot;好#quot;"] --> B'],
    ['graph TD\n  A[/路径/x] --> B', 'A["/路径/x"] --> B'],
    ['graph TD\n  A --> end', 'A --> End'],
    ['graph TD\n  A（输入） --> B', 'A(输入) --> B'],
    ['graph TD\n  subgraph 组 (一)\n  A\n  end', 'subgraph g1["组 (一)"]'],
    ['graph TD\n  A\n  classDef x fill:rgba(0,0,255,0.5)', 'classDef x fill:#0000ff80'],
    ['sequenceDiagram\n  A->>B：你好', 'A->>B: 你好'],
    ['sequenceDiagram\n  A->>B: 你好; 再见', 'A->>B: 你好#59; 再见'],
    ['sequenceDiagram\n  A->>B', 'A->>B: …'],
    ['treemap-beta\n  根: 3', '"根": 3'],
    ['requirementDiagram\n  requirement r {\n  text: 中文，文本\n  }', 'text: "中文，文本"'],
    ['block\n  a[中文] b', 'a["中文"] b'],
    ['pie\n  网页 : 58', '"网页" : 58'],
    ['gitGraph\n  commit id: 中文', 'commit id: "中文"'],
    ['erDiagram\n  课程 {\n  字符串 编号 主键\n  }', '字符串 编号 "主键"'],
  ])('%j is shown mended', async (source, line) => {
    expect(await fault(source)).toMatchObject({ rule: 'diagram-syntax', remedy: `Write it as: ${line}` });
  });

  it.each([
    ['sequenceDiagram\n  A->>B: x\n  deactivate B', 3, '"B" is not active'],
    ['graph TD\n  A-->B\n  linkStyle 5 stroke:#f00', 3, 'no connection 5'],
    ['gantt\n  dateFormat YYYY-MM-DD\n  甲 :3d', 3, 'no start'],
    ['gantt\n  dateFormat YYYY-MM-DD\n  甲 :a, 2024-01-01, 3d\n  乙 :after b, 3d', 4, 'no task "b"'],
    ['gantt\n  dateFormat YYYY-MM-DD\n  甲 :a, 2024-01-01, 三天', 3, '"三天" is neither'],
    ['journey\n  section 甲\n  乙: 九: 我', 3, '"九" is no score'],
    ['---\ntitle: x\ngraph TD\n A', 1, 'never closed'],
    ['---\nconfig:\n  theme: [\n---\ngraph TD\n A', 3, 'flow collection'],
  ])('%j has its place', async (source, line, reason) => {
    const error = await fault(source);
    expect(error).toMatchObject({ rule: 'diagram-syntax', line });
    expect(error.reason).toContain(reason);
  });

  it('reads the settings of a chart as no tasks', async () => {
    const settings = '---\ndisplayMode: compact\n---\ngantt\n  dateFormat YYYY-MM-DD';
    await expect(draw(`${settings}\n  甲 :a, 2024-01-01, 3d`)).resolves.toBeDefined();
    await expect(draw('journey\n  accDescr {\n  一日: 所历\n  }\n  甲: 5: 我')).resolves.toBeDefined();
  });

  it('is quoted', async () => {
    expect((await fault('graph TD\n  A[数据] --> B\n  B[模型 --> C')).reason).toContain('B[模型 --> C');
  });

  it('without words for those who cannot see it says what is missing', async () => {
    const both = await fault('\ngraph TD\n A-->B', {});
    expect(both).toMatchObject({ rule: 'diagram-without-description', line: 2 });
    expect(both.reason).toContain('no title and no description');
    expect((await fault('graph TD\n A-->B', { title: '题' })).reason).toContain('has no description');
  });

  it('does not stop the next one', async () => {
    await fault('graph TD\n  A --');
    expect((await draw('graph TD\n  后来 --> 者')).svg).toContain('后来');
  });
});
