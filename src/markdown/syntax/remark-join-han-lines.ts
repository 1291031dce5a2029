import type { Paragraph, PhrasingContent, Root, Text } from 'mdast';
import { SKIP, visit } from '../../build/visit.ts';
import { listLine } from './unread-marks.ts';

/**
 * Takes out a line break in the source that stands next to a Chinese character. A browser shows it as a
 * space, which Chinese text does not have; next to Latin letters `text-autospace` gives the gap.
 *
 *     大模型\n市场      →   大模型市场
 *     大模型\n**市场**  →   大模型**市场**
 *     large\nmodel      →   unchanged
 *     1、大\n2、小      →   1、大<br>2、小, since Markdown reads no list there
 *
 * Order: any place among the remark plugins.
 */
export function remarkJoinHanLines() {
  return (tree: Root): void => {
    visit(tree, (node) => {
      if (node.type !== 'paragraph' && node.type !== 'heading' && node.type !== 'tableCell') return;
      if (node.type === 'paragraph') keepListLines(node);
      const texts: Text[] = [];
      visit(node, 'text', (text) => void texts.push(text));
      texts.forEach((text, index) => {
        text.value = text.value.replace(/[ \t]*\n[ \t]*/g, (gap, offset: number, whole: string) => {
          const before = whole.slice(0, offset) || texts[index - 1]?.value || '';
          const after = whole.slice(offset + gap.length) || texts[index + 1]?.value || '';
          return isHan(before.at(-1)) || isHan(after.at(0)) ? '' : gap;
        });
      });
      return SKIP;
    });
  };
}

function isHan(character: string | undefined): boolean {
  return character !== undefined && /[\p{Script=Han}\u3000-\u303f\uff00-\uffef“”‘’…—]/u.test(character);
}

function keepListLines(paragraph: Paragraph): void {
  paragraph.children = paragraph.children.flatMap((child): PhrasingContent[] => {
    if (child.type !== 'text') return [child];
    const lines = child.value.split(new RegExp(`\\n(?=${listLine.source.slice(1)})`, 'u'));
    return lines.flatMap((value, index): PhrasingContent[] => [
      ...(index ? [{ type: 'break' } as const] : []),
      { ...child, value },
    ]);
  });
}
