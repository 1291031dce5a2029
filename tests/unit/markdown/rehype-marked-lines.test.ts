import { expect, test } from 'vitest';
import { renderChapter } from './render-chapter.ts';

const listing = (mark: string) =>
  `<Listing id="l" title="t" mark="${mark}">\n\n\`\`\`text\na\nb\nc\n\`\`\`\n\n</Listing>`;

test('the named lines are marked, and no others', async () => {
  const { html, problems } = await renderChapter(listing('1 3-3'));
  expect(problems).toEqual([]);
  expect(html).toContain(
    '<span class="line marked">a</span>\n<span class="line">b</span>\n<span class="line marked">c</span>',
  );
});

test.each(['4', '0', '2-1', '2-9', 'x'])('mark="%s" is a problem', async (mark) => {
  expect((await renderChapter(listing(mark))).problems).toEqual(['listing-without-that-line 1:1']);
});
