import type { FontMetrics } from '../layout/font-metrics.ts';
import type { Layout } from '../layout/layout.ts';
import { glue } from '../mermaid/line-breaking.ts';

const SVG = 'http://www.w3.org/2000/svg';
const LINE_HEIGHT = 1.3;
const BLOCKS = new Set(['div', 'p', 'li', 'br', 'code', 'pre']);

interface Line {
  text: string;
  bold: boolean;
}

/**
 * Replaces HTML inside the drawing (event modelling and journeys have no other labels that are broken into lines) by SVG
 * text, centred in the same box.
 */
export function replaceForeignObjects(svg: Element, layout: Layout): void {
  for (const foreign of svg.querySelectorAll('foreignObject')) {
    const parent = foreign.parentElement;
    if (parent?.localName === 'switch') {
      parent.replaceWith(...createText(foreign, layout));
    } else foreign.replaceWith(...createText(foreign, layout));
  }
}

function createText(foreign: Element, { fonts, styles }: Layout): Element[] {
  const number = (name: string): number => parseFloat(foreign.getAttribute(name) ?? '') || 0;
  const { fontSize } = styles.of(foreign);
  const lines = linesOf(foreign).flatMap((line) => wrap(line, number('width'), fontSize, fonts));
  if (lines.length === 0) return [];
  const { exactAscent, exactDescent } = fonts.vertical(400, fontSize);
  const step = fontSize * LINE_HEIGHT;
  const centre = number('y') + number('height') / 2;
  const first = centre - ((lines.length - 1) * step) / 2 + (exactAscent - exactDescent) / 2;
  return lines.map((line, index) => {
    const text = foreign.ownerDocument.createElementNS(SVG, 'text');
    text.setAttribute('x', String(number('x') + number('width') / 2));
    text.setAttribute('y', String(first + index * step));
    text.setAttribute('text-anchor', 'middle');
    if (line.bold) text.setAttribute('font-weight', '700');
    text.textContent = line.text;
    return text;
  });
}

function linesOf(root: Element): Line[] {
  const lines: Line[] = [{ text: '', bold: false }];
  const walk = (node: Node, bold: boolean): void => {
    for (const child of node.childNodes) {
      const name = child.nodeName.toLowerCase();
      if (BLOCKS.has(name)) lines.push({ text: '', bold });
      const line = lines.at(-1);
      if (child.nodeType === 3 && line) {
        line.text += (child.nodeValue ?? '').replaceAll('\u00a0', ' ');
        line.bold ||= bold;
      } else walk(child, bold || name === 'b' || name === 'strong');
      if (BLOCKS.has(name)) lines.push({ text: '', bold });
    }
  };
  walk(root, false);
  return lines
    .flatMap(({ text, bold }) => text.split('\n').map((part) => ({ text: part.trim(), bold })))
    .filter(({ text }) => text !== '');
}

function wrap({ text, bold }: Line, width: number, fontSize: number, fonts: FontMetrics): Line[] {
  const lines: Line[] = [];
  let current = '';
  for (const piece of pieces(text)) {
    const isTooLong = fonts.width((current + piece).trimEnd(), bold ? 700 : 400, fontSize) > width;
    if (isTooLong && current.trim()) {
      lines.push({ text: current.trim(), bold });
      current = '';
    }
    current += piece;
  }
  return [...lines, { text: current.trim(), bold }];
}

/** Words with the space behind them, Chinese by character with its punctuation. */
function pieces(text: string): string[] {
  return text
    .split(/(?<=\s)/)
    .flatMap((word) => (/[\u3000-\u9fff\uff00-\uffef]/.test(word) ? glue([...word]) : [word]));
}
