import type { Element } from 'hast';
import katex from 'katex';
import { expect, test } from 'vitest';
import { parsePart } from '../../../../src/build/html.ts';
import type { OpenPart } from '../../../../src/exports/book.ts';
import { linkFollower } from '../../../../src/exports/follow-link.ts';
import { writePart } from '../../../../src/exports/markdown/write-part.ts';

function written(html: string): string {
  const body = parsePart(`<main>${html}</main>`).children[0] as Element;
  const part: OpenPart = {
    ...{ name: 'maths', file: 'maths/index.html', address: '/maths/', place: 'chapter' },
    ...{ numeral: '', mark: '', title: '', body, sections: [], lead: '' },
  };
  const book = { base: '/', origin: undefined, parts: [part], closing: [], date: undefined };
  return writePart(part, body, book, linkFollower(book)).text;
}

const formula = (tex: string, displayMode = false) =>
  katex.renderToString(tex, { output: 'htmlAndMathml', displayMode });

test('blanks around a formula stay', () => {
  expect(written(`<p>约 ${formula('10^{25}')} 次，<em>共</em> ${formula('k')}。</p>`)).toBe(
    '约 $10^{25}$ 次，*共* $k$。\n',
  );
});

test('a formula on a line of its own keeps its lines', () => {
  expect(written(`<p>得</p>${formula('a\n=b', true)}`)).toBe('得\n\n$$\na\n=b\n$$\n');
});
