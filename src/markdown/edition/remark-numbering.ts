import type { Root } from 'mdast';
import { visit } from '../../build/visit.ts';
import type { VFile } from 'vfile';
import { frontmatterOf } from '../frontmatter.ts';
import { parseHanNumeral } from '../../build/han-numeral.ts';
import { isJsx, readAttribute, writeAttribute, type JsxElement } from '../jsx.ts';
import { nearest } from '../../build/nearest.ts';
import { reportProblem } from '../../build/problem.ts';

interface Kind {
  name: 'equation' | 'figure' | 'table' | 'listing';
  number: (chapter: string, count: number) => string;
  label: (number: string) => string;
}

const figure: Kind = {
  name: 'figure',
  number: (chapter, count) => join(chapter, '-', count),
  label: (number) => `图\u00a0${number}`,
};
const table: Kind = {
  name: 'table',
  number: (chapter, count) => join(chapter, '-', count),
  label: (number) => `表\u00a0${number}`,
};

/** What is numbered, and how it is called: an equation is 式（4.1）, a figure 图 4-1. One kind counts together. */
const kinds: Record<string, Kind> = {
  Equation: {
    name: 'equation',
    number: (chapter, count) => join(chapter, '.', count),
    label: (number) => `式（${number}）`,
  },
  Figure: figure,
  Chart: figure,
  Plot: figure,
  Table: table,
  Data: table,
  Listing: {
    name: 'listing',
    number: (chapter, count) => join(chapter, '-', count),
    label: (number) => `代码\u00a0${number}`,
  },
};

/**
 * Numbers equations, figures, tables and listings within their chapter, and tells references what they
 * point to. The number is for the eye; the address is the id that the author wrote.
 *
 *     <Equation id="delta">…   →   <Equation id="delta" number="4.1" label="式（4.1）">
 *     见<See to="delta" />     →   <See to="delta" label="式（4.1）" />
 *     <Listing …>```python     →   <Listing … number="5-1" label="代码 5-1" language="python">
 *     frontmatter.exhibits     →   [{ id, kind: 'listing', label: '代码 5-1', title }]
 *
 * Order: any place among the remark plugins.
 */
export function remarkNumbering() {
  return (tree: Root, file: VFile): void => {
    const chapter = chapterNumber(frontmatterOf(file)['numeral']);
    const counts = new Map<Kind, number>();
    const labels = new Map<string, string>();
    const exhibits: { id: string; kind: Kind['name']; label: string; title: string }[] = [];
    const references: JsxElement[] = [];
    visit(tree, (node) => {
      if (!isJsx(node)) return;
      if (node.name === 'See') references.push(node);
      const kind = kinds[node.name ?? ''];
      if (!kind) return;
      const count = (counts.get(kind) ?? 0) + 1;
      counts.set(kind, count);
      const number = kind.number(chapter, count);
      const label = kind.label(number);
      const id = readAttribute(node, 'id') ?? '';
      writeAttribute(node, 'number', number);
      writeAttribute(node, 'label', label);
      labels.set(id, label);
      exhibits.push({ id, kind: kind.name, label, title: readAttribute(node, 'title')?.trim() ?? '' });
      if (node.name === 'Listing') labelLanguage(node);
      if (node.name === 'Equation') refuseSecondNumber(node, file);
    });

    frontmatterOf(file)['exhibits'] = exhibits;

    for (const reference of references) {
      const id = readAttribute(reference, 'to') ?? '';
      const label = labels.get(id);
      if (label) writeAttribute(reference, 'label', label);
      else {
        reportProblem(file, {
          rule: 'reference-to-nothing-numbered',
          reason: `<See> points to "${id}", which is no equation, figure, table or listing of this chapter.`,
          remedy: 'Correct the id; for another chapter write a link.',
          place: reference,
          candidates: nearest(id, labels.keys()),
        });
      }
    }
  };
}

/** 第四章 → 4, 第一章　上 → 1上; '' where there is none, or a wrong one, which is for the frontmatter's reader to tell. */
function chapterNumber(numeral: unknown): string {
  const [, han, half = ''] = /^第(.+)章\s?([上中下]?)$/.exec(String(numeral ?? '')) ?? [];
  const number = parseHanNumeral(han ?? '');
  return number === undefined ? '' : `${number}${half}`;
}

function join(chapter: string, mark: string, count: number): string {
  return chapter ? `${chapter}${mark}${count}` : String(count);
}

/** What gives a formula a number of its own. */
const ownNumber = /\\tag\b\*?|\\begin\{(?:equation|align|alignat|gather)\}/;

function refuseSecondNumber(equation: JsxElement, file: VFile): void {
  visit(equation as unknown as Root, (node) => {
    if (node.type !== 'math' && node.type !== 'inlineMath') return;
    const found = ownNumber.exec(node.value)?.[0];
    if (!found) return;
    const starred = found.replace('}', '*}');
    reportProblem(file, {
      rule: 'equation-numbered-twice',
      reason: `This <Equation> has a number, and ${found} in it gives the formula another.`,
      remedy: found.startsWith('\\tag')
        ? 'Take the \\tag out, or write the formula without <Equation>.'
        : `Write ${starred}, or the formula without <Equation>.`,
      place: node,
    });
  });
}

function labelLanguage(listing: JsxElement): void {
  visit(listing as unknown as Root, 'code', (code) => {
    writeAttribute(listing, 'language', code.lang ?? '');
  });
}
