import type { Nodes, Parents, Root } from 'mdast';
import type { VFile } from 'vfile';
import { reportProblem } from '../../build/problem.ts';
import { SKIP, visit } from '../../build/visit.ts';
import { isLong } from '../tables/remark-table-rows.ts';
import { isJsx, type JsxElement } from '../jsx.ts';
import { unreadMarks } from './unread-marks.ts';

/** Stands for what is no text. */
const opaque = '\ufffc';

/**
 * Finds text that was meant as Markdown and was not read: it would stand on the page as it was written.
 *
 *     ##题目        →   problem `unread-markdown`
 *     [甲][nope]    →   the same, and so with all of unread-marks.ts
 *     \##题目       →   text, since it is escaped
 *     <Note verdict="**甲**">   →   the same: an attribute is text
 *
 * Order: after remark-sic, and before what changes texts.
 */
export function remarkUnreadMarks() {
  return (tree: Root, file: VFile): void => {
    const source = String(file.value);
    visit(tree, (node, _index, parent) => {
      if (isJsx(node)) judgeAttributes(node, file);
      if (!('children' in node) || !node.position) return undefined;
      // A cell that a | has cut in two is told by itself (see remark-table-rows).
      if (node.type === 'tableRow' && parent?.type === 'table' && isLong(node, parent)) return SKIP;
      const whole = /^(?:paragraph|heading|tableCell)$/.test(node.type);
      // A component on one line has its words in no paragraph.
      if (!whole && !node.children.some(({ type }) => type === 'text')) return undefined;
      judge(node as Parents, source, file);
      return whole ? SKIP : undefined;
    });
  };
}

/** Markdown that is read everywhere but in an attribute. */
const inlineMarkdown = /\*\*[^*]+\*\*|`[^`]+`|\[[^\]]+\]\([^)]+\)|\$[^$]+\$|<[a-z]+[^>]*>/;

function judgeAttributes(component: JsxElement, file: VFile): void {
  for (const attribute of component.attributes) {
    if (attribute.type !== 'mdxJsxAttribute' || typeof attribute.value !== 'string') continue;
    const [words] = inlineMarkdown.exec(attribute.value) ?? [];
    if (words === undefined) continue;
    reportProblem(file, {
      rule: 'unread-markdown',
      reason: `The attribute "${attribute.name}" is text: “${words}” would stand on the page as it is written.`,
      remedy: 'Write the words alone; what needs Markdown stands inside of the component.',
      place: component,
    });
  }
}

function judge(block: Parents, source: string, file: VFile): void {
  const { start, end } = block.position ?? {};
  const [from = 0, to = 0] = [start?.offset, end?.offset];
  const written = textOf(block, source.slice(from, to), from);
  const text = written.replace(/\\[!-/:-@[-`{-~]/g, opaque + opaque);
  const reported: [number, number][] = [];
  for (const { pattern, what, remedy, escaped, once, least = 1 } of unreadMarks) {
    const found = [...(escaped ? written : text).matchAll(pattern)].filter(
      ({ 0: words, index }) => !reported.some(([a, b]) => index < b && a < index + words.length),
    );
    if (found.length < least) continue;
    for (const { 0: words, index } of once ? found.slice(0, 1) : found) {
      reported.push([index, index + words.length]);
      reportProblem(file, {
        rule: 'unread-markdown',
        reason: `${what} is not read here, and would stand on the page as it is written: “${quote(written, index, words)}”.`,
        remedy,
        place: pointAt(source, from + index),
      });
    }
  }
}

/** The source of a block, as long as it is, in which only text stands, and begins each line. */
function textOf(block: Nodes, source: string, from: number): string {
  const signs = [...source.replace(/[^\n]/gu, (sign) => opaque.repeat(sign.length))];
  visit(block, 'text', ({ position }) => {
    const start = position?.start.offset;
    const end = position?.end.offset;
    if (start === undefined || end === undefined) return;
    for (let at = start - from; at < end - from; at++) signs[at] = source[at] ?? '';
  });
  return signs.join('').replace(/\n[ \t>]*/g, (gap) => gap.replace(/[^\n]/g, '').padStart(gap.length));
}

function pointAt(source: string, offset: number): { line: number; column: number } {
  const before = source.slice(0, offset).split('\n');
  return { line: before.length, column: (before.at(-1) ?? '').length + 1 };
}

/** The words with a little of what follows on their line. */
function quote(text: string, index: number, words: string): string {
  const [line = ''] = text.slice(index).split('\n', 1);
  const said = line.slice(0, Math.max(words.length, 12)).trim().replaceAll(opaque, '□');
  return said.length < line.trim().length ? `${said}…` : said;
}
