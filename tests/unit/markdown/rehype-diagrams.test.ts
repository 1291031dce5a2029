import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { createProcessor } from '@mdx-js/mdx';
import type { Element, Root } from 'hast';
import { visit } from 'unist-util-visit';
import type { VFile } from 'vfile';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { endThreads } from '../../../src/build/pool.ts';
import { fitClass, rehypeDiagrams, type DiagramOptions } from '../../../src/markdown/code/rehype-diagrams.ts';

let cacheRoot: string;
beforeAll(async () => {
  cacheRoot = await mkdtemp(path.join(os.tmpdir(), 'rehype-diagrams-'));
});
afterAll(async () => {
  await rm(cacheRoot, { recursive: true });
  await endThreads();
});

async function compile(
  text: string,
  options: DiagramOptions = {},
): Promise<{ file: VFile; tree: Root; jsx: string }> {
  let tree: Root | undefined;
  const processor = createProcessor({
    jsx: true,
    elementAttributeNameCase: 'html',
    rehypePlugins: [
      [rehypeDiagrams, { cacheRoot, ...options }],
      () => (finished: Root) => {
        tree = structuredClone(finished);
      },
    ],
  });
  const file = await processor.process(text);
  if (!tree) throw new Error('The plugin was not run.');
  return { file, tree, jsx: String(file) };
}

function findDiagrams(tree: Root): Element[] {
  const found: Element[] = [];
  visit(tree, 'element', (node) => {
    if (node.data && 'diagram' in node.data) found.push(node);
  });
  return found;
}

const figure = (source: string): string =>
  `<Figure id="a" title="核心概念" description="数据收集之后是预处理。">\n\n\`\`\`mermaid\n${source}\n\`\`\`\n\n</Figure>`;

describe('a diagram', () => {
  it('takes the place of its fence, named by the figure around it', async () => {
    const { file, jsx, tree } = await compile(figure('graph TD\n  A[数据收集] --> B[数据预处理]'));
    expect(file.messages).toEqual([]);
    expect(jsx).not.toContain('language-mermaid');
    expect(jsx).toContain('data-layer="editorial">{"核心概念"}');
    expect(jsx).toContain('{"数据收集之后是预处理。"}');
    const [diagram] = findDiagrams(tree);
    expect(diagram?.data).toMatchObject({ diagram: { source: 'graph TD\n  A[数据收集] --> B[数据预处理]' } });
    expect(diagram?.children).toHaveLength(1);
  });

  it('is written with the names that HTML gives to attributes of SVG', async () => {
    const { jsx } = await compile(figure('graph TD\n  A[数据收集] --> B[数据预处理]'));
    for (const name of [
      'viewBox="',
      'text-anchor="middle"',
      'marker-end="url(#',
      'font-size="15"',
      'refX="',
      'markerWidth="',
    ]) {
      expect(jsx).toContain(name);
    }
    expect(jsx).not.toMatch(/style=|className=|textAnchor/);
  });

  it('can be scrolled by keyboard when it may be wider than its column, and only then', async () => {
    const wide = findDiagrams(
      (await compile(figure('graph LR\n  甲一二三四 --> 乙一二三四 --> 丙一二三四'))).tree,
    )[0];
    expect(wide?.properties).toMatchObject({ className: ['diagram'], tabIndex: 0, role: 'group' });
    expect(wide?.properties['ariaLabelledBy']).toEqual(
      (wide?.children[0] as Element).properties['ariaLabelledBy'],
    );
    const narrow = findDiagrams((await compile(figure('graph TD\n  甲 --> 乙'))).tree)[0];
    expect(Object.keys(narrow?.properties ?? {})).toEqual(['className', 'dataMermaid']);
  });

  it('keeps its text, as written, for other forms of the book', async () => {
    const [diagram] = findDiagrams((await compile(figure('graph TD\n  甲["“a” & b"] --> 乙'))).tree);
    expect(diagram?.properties['dataMermaid']).toBe('graph TD\n  甲["“a” & b"] --> 乙');
  });

  it('outside of a figure names itself', async () => {
    const fence = '```mermaid\ngraph TD\n  accTitle: 题\n  accDescr: 述\n  甲 --> 乙\n```';
    const { file, tree } = await compile(`${fence}\n\n文字\n\n${fence.replace('甲', '丙')}`);
    expect(file.messages).toEqual([]);
    expect(findDiagrams(tree)).toHaveLength(2);
  });

  it('has its links below the base path, if that is asked for', async () => {
    const source = 'graph TD\n  甲 --> 乙\n  click 甲 "/maths/#x"\n  click 乙 "https://example.org/"';
    const { jsx } = await compile(figure(source), { base: '/a/b/' });
    expect(jsx).toContain('href="/a/b/maths/#x"');
    expect(jsx).toContain('href="https://example.org/"');
    expect((await compile(figure(source))).jsx).toContain('href="/maths/#x"');
  });
});

describe('a fault', () => {
  const placeOf = (file: VFile) => file.messages.map(({ ruleId, line, column }) => [ruleId, line, column]);

  it.each<[string, string, [string, number, number]]>([
    ['an unknown kind', 'x\n\n```mermaid\nflowchrat TD\n  A --> B\n```', ['diagram-unknown-type', 4, 1]],
    [
      'an unknown kind in a list',
      '- 项\n\n  ```mermaid\n\n  flowchrat TD\n  ```',
      ['diagram-unknown-type', 5, 3],
    ],
    [
      'a broken edge in an indented figure',
      '<Figure title="题" description="述">\n    ```mermaid\n    graph TD\n      甲 --> 乙\n      乙 -> 丙\n    ```\n</Figure>',
      ['diagram-syntax', 5, 8],
    ],
    ['no words', '```mermaid\ngraph TD\n  甲 --> 乙\n```', ['diagram-without-description', 2, 1]],
    ['a script', figure('graph TD\n  甲 --> 乙\n  click 甲 call f()'), ['diagram-script', 6, 3]],
  ])('is told at its place: %s', async (_, text, expected) => {
    const { file, tree, jsx } = await compile(text);
    expect(placeOf(file)).toEqual([expected]);
    expect(file.messages[0]?.note).toMatch(/\S/);
    expect(findDiagrams(tree)).toEqual([]);
    expect(jsx).toContain('language-mermaid');
  });

  it('proposes what was meant', async () => {
    const { file } = await compile('```mermaid\nsequencediagram\n```');
    expect(file.messages[0]?.expected).toEqual(['sequenceDiagram']);
  });

  it('does not hide the others, nor the diagrams that are right', async () => {
    const { file, tree } = await compile(
      [figure('graph TD\n  甲 --'), figure('graph TD\n  甲 --> 乙'), figure('journy\n')].join('\n\n'),
    );
    expect(
      placeOf(file)
        .map(([rule]) => rule)
        .sort(),
    ).toEqual(['diagram-syntax', 'diagram-unknown-type']);
    expect(findDiagrams(tree)).toHaveLength(1);
  });
});

it('leaves all else alone, and starts nothing for it', async () => {
  const { file, jsx } = await compile('```python\nprint(1)\n```\n\n    graph TD\n\n`mermaid`');
  expect(file.messages).toEqual([]);
  expect(jsx).toContain('language-python');
});

it.each([
  [300, 15, undefined],
  [400, 15, 'fits-phone'],
  [421, 15, undefined],
  [400, 12, undefined],
  [700, 14, 'fits-column'],
  [900, 14, undefined],
])(
  'one of %i px with text of %i px is shrunk where that can be read: %s',
  (width, smallestText, expected) => {
    expect(fitClass({ width, smallestText })).toBe(expected);
  },
);
