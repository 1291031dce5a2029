import { expect, test } from 'vitest';
import { layOut, type PictureBox } from '../../../../src/publish/previews/picture/layout.ts';

/** The pieces of the title, with what moves them apart or together, in characters: `”-0.5`, `用+0.125`. */
function piecesOf(title: string): string[] {
  const pieces: string[] = [];
  let size = 0;
  const walk = ({ props: { style, children } }: PictureBox): void => {
    if (typeof style['fontSize'] === 'number') size = style['fontSize'];
    for (const child of children) {
      if (typeof child !== 'string') walk(child);
      else if (style['whiteSpace'] === 'pre') {
        const say = (margin: unknown) =>
          typeof margin === 'number' ? `${margin < 0 ? '' : '+'}${margin / size}` : '';
        pieces.push(say(style['marginLeft']) + child + say(style['marginRight']));
      }
    }
  };
  walk(layOut({ kicker: '第一章', number: '', title, lead: '引。', ornament: '一' }));
  return pieces;
}

test('a title is set as pages set it', () => {
  expect(piecesOf('数据')).toEqual(['数据']);
  expect(piecesOf('“甲”：乙').join('')).toBe('-0.5“甲”-0.5：乙');
  expect(piecesOf('甲“乙”').join('')).toBe('甲“乙”');
  expect(piecesOf('用AI做3次').join('')).toBe('用+0.125AI+0.125做+0.1253+0.125次');
});
