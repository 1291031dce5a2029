import { describe, expect, it } from 'vitest';
import { glue } from '../../../src/diagrams/mermaid/line-breaking.ts';
import { findHead } from '../../../src/diagrams/source/diagram-head.ts';
import { linesSeenByParser } from '../../../src/diagrams/source/parser-lines.ts';
import { nearestKeyword } from '../../../src/diagrams/source/keywords.ts';
import { refuseUndrawable } from '../../../src/diagrams/source/refuse-undrawable.ts';

describe('the head of a source', () => {
  it.each([
    ['at once', 'graph TD\n A', 'graph', 1],
    ['after blank lines and comments', '\n%% 注\n  pie\n', 'pie', 3],
    ['after front matter', '---\ntitle: x\n---\nflowchart LR', 'flowchart', 4],
    [
      'after a directive of several lines',
      '%%{init: {\n"theme": "x"\n}}%%\nsequenceDiagram',
      'sequenceDiagram',
      4,
    ],
    ['with a colon behind it', 'gitGraph:\n commit', 'gitGraph', 1],
    ['nowhere', ' \n', '', 1],
  ])('stands %s', (_, source, keyword, line) => {
    expect(findHead(source)).toEqual({ keyword, line });
  });
});

it.each([
  ['all', 'graph TD\nA-->B', [1, 2]],
  ['those behind front matter', '---\ntitle: x\n---\ngraph TD\nA-->B', [4, 5]],
  ['those around a directive', '%%{init: {\n}}%%\ngraph TD\nA-->B', [3, 4]],
  ['those around comments and the blanks before them', 'graph TD\n\n%% 注\nA-->B\n%% 注\nB-->C', [1, 4, 6]],
  ['those behind an emoji', 'graph TD\n%% 🙂\nA[🙂]\nB', [1, 3, 4]],
])('the parser sees of the lines %s', (_, source, expected) => {
  expect(linesSeenByParser(source)).toEqual(expected);
});

it.each([
  ['flowchrat', 'flowchart'],
  ['sequencediagram', 'sequenceDiagram'],
  ['gnatt', 'gantt'],
  ['mindmpa', 'mindmap'],
])('%s probably means %s', (word, expected) => {
  expect(nearestKeyword(word)).toBe(expected);
});

it('proposes nothing for what is near to nothing', () => {
  expect(nearestKeyword('大模型的框架图')).toBeUndefined();
});

describe('what cannot be drawn', () => {
  it.each([
    ['graph TD\nclick A call f()', 'diagram-script', 2],
    ['graph TD\nclick A callback "提示"', 'diagram-script', 2],
    ['graph TD\nA-->B\n  click B href "javascript:alert(1)"', 'diagram-unsafe-link', 3],
    ['graph TD\nclick B "JavaScript :alert(1)"', 'diagram-unsafe-link', 2],
    ['graph TD\nA@{ img: "/x.png", label: "图" }', 'diagram-unsafe-link', 2],
    ['graph TD\nclick B href "data:text/html,x"', 'diagram-unsafe-link', 2],
    ['graph TD\nA-->B\nclick A alertMe "提示"', 'diagram-script', 3],
    ['sequenceDiagram\nlink A: 面板 @ https://example.org/', 'diagram-script', 2],
    ['sequenceDiagram\nlinks A: {"文档": "https://example.org/"}', 'diagram-script', 2],
    ['graph TD\nA@{\n  img: "https://example.org/x.png"\n}', 'diagram-unsafe-link', 3],
    ['graph TD\nA["<img src=x> 图"]', 'diagram-unsafe-link', 2],
    ['graph TD\nA["<a href=\'javascript:f()\'>x</a>"]', 'diagram-unsafe-link', 2],
    ['graph LR\nA["$$x^2$$"]', 'diagram-undrawable', 2],
    [`graph LR\nA["${'字'.repeat(50_000)}"]`, 'diagram-undrawable', 1],
    ['graph TD\n', 'diagram-undrawable', 1],
    ['error', 'diagram-unknown-type', 1],
    ['pie title 只有题\n%% 注', 'diagram-undrawable', 1],
  ])('%j is refused', (source, rule, line) => {
    expect(() => {
      refuseUndrawable(source);
    }).toThrow(expect.objectContaining({ fault: expect.objectContaining({ rule, line }) as unknown }));
  });

  it.each([
    'graph TD\nclick A href "/maths/#x"',
    'graph TD\nclick A "https://example.org/callback()"',
    'graph TD\nA\n%% click A call f()',
    'graph TD\nA["data: 一批数据"] --> B[callback 函数]',
    'graph TD\nA["href 与 data: 属性"] --> B["link data: x"]',
    'graph TD; A-->B',
    'sequenceDiagram\nA->>B: click the button now',
    'graph TD\nA["$5 与 $10"]',
    'gitGraph LR:\ncommit',
    'sequenceDiagram\nA->>B: javascript: the language',
  ])('%j is not', (source) => {
    expect(() => {
      refuseUndrawable(source);
    }).not.toThrow();
  });
});

describe('line breaking', () => {
  it.each([
    ['读《红楼梦》。', ['读', '《红', '楼', '梦》。']],
    ['用 GPT-4 吧', ['用', ' ', 'GPT-4', ' ', '吧']],
    ['好！”他说', ['好！”', '他', '说']],
  ])('%s', (text, expected) => {
    expect(glue([...text])).toEqual(expected);
  });

  it('may break a Latin word that no box could hold', () => {
    expect(glue([...'中'.concat('a'.repeat(40))]).length).toBeGreaterThan(2);
  });
});
