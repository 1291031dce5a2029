import type { Element, Parents, Root, Text } from 'hast';
import { SKIP, visit } from '../../build/visit.ts';
import { isJsx } from '../jsx.ts';

export interface CloseUpOptions {
  /** Names of the components whose words are the editors'. The article's own spaces stay. */
  editorial: readonly string[];
}

const han = /[\p{Script=Han}\u3000-\u303f\uff00-\uffef“”‘’…—]/u;

/**
 * Takes out the spaces that editors type between Chinese and Latin letters or digits: the style sheet makes
 * that gap (`text-autospace`), an eighth of a character, and a typed space would make it twice as wide.
 *
 *     <Note>论文署 2014 年春</Note>   →   <Note>论文署2014年春</Note>
 *
 * A formula is a box, and boxes get no gap from the style sheet: beside one a space stays, and is put where none
 * was typed. A no-break space, between a number and its unit, stays. Order: after rehype-katex and
 * rehype-listings.
 */
export function rehypeCloseUp({ editorial }: CloseUpOptions) {
  return (tree: Root): void => {
    visit(tree, (node) => {
      if (!isJsx(node) || !editorial.includes(node.name ?? '')) return;
      closeUp(node as unknown as Parents);
      return SKIP;
    });
  };
}

/** What stands in a line, as far as gaps are concerned. */
type Piece = Text | 'code' | 'number' | 'formula' | 'break';

function closeUp(parent: Parents): void {
  const line = listPieces(parent);
  line.forEach((piece, index) => {
    if (typeof piece === 'string') return;
    piece.value = piece.value.replace(/ +/g, (gap, offset: number, whole: string) => {
      const before = whole.slice(0, offset).at(-1) ?? edge(line[index - 1], -1);
      const after = whole.slice(offset + gap.length).at(0) ?? edge(line[index + 1], 0);
      if (before === 'formula' || after === 'formula') return gap;
      return han.test(before) || han.test(after) ? '' : gap;
    });
    if (line[index - 1] === 'formula') piece.value = piece.value.replace(/^(?=\p{Script=Han})/u, ' ');
    if (line[index + 1] === 'formula') piece.value = piece.value.replace(/(?<=\p{Script=Han})$/u, ' ');
  });
}

function listPieces(parent: Parents): Piece[] {
  const line: Piece[] = [];
  visit(parent, (node) => {
    if (node.type === 'text') line.push(node);
    if (isJsx(node) && (node.name === 'Value' || node.name === 'Run')) line.push('number');
    if (node.type !== 'element') return undefined;
    const names = node.properties['className'];
    const formula = Array.isArray(names) && names.includes('katex');
    if (formula) line.push('formula');
    else if (/^(code|pre|svg)$/.test(node.tagName)) line.push('code');
    else {
      if (isBlock(node)) line.push('break');
      return undefined;
    }
    return SKIP;
  });
  return line;
}

/** The character at an end of a neighbour, or what the neighbour is. */
function edge(piece: Piece | undefined, at: 0 | -1): string {
  if (piece === undefined || piece === 'break') return '';
  return typeof piece === 'string' ? piece : (piece.value.at(at) ?? '');
}

function isBlock(node: Element): boolean {
  return /^(p|li|h[1-6]|td|th|dd|dt|div|blockquote)$/.test(node.tagName);
}
