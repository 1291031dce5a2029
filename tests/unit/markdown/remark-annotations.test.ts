import { expect, test } from 'vitest';
import { renderChapter } from './render-chapter.ts';

const note = (id: string) => `<Note id="${id}" verdict="判断。">依据。</Note>`;

test('notes are numbered in the order of their references, not of the notes', async () => {
  const { html, problems } = await renderChapter(
    `甲<Ref to="b" />乙<Ref to="a" />\n\n${note('a')}\n\n${note('b')}`,
  );
  expect(problems).toEqual([]);
  expect(html).toContain('<ref to="b" first="" numeral="一" kind="Note">');
  expect(html).toContain('<ref to="a" first="" numeral="二" kind="Note">');
  expect(html).toMatch(/<note id="a"[^>]* numeral="二">/);
});

test('only the first of several references is the one that the note leads back to', async () => {
  const { html } = await renderChapter(`甲<Ref to="a" />乙<Ref to="a" />\n\n${note('a')}`);
  expect(html.match(/first=""/g)).toHaveLength(1);
});

test('an erratum takes its lemma from the words that are wrapped, and gives them its correction', async () => {
  const { html, problems } = await renderChapter(
    '是<Lemma for="e">两层</Lemma>网络\n\n<Erratum id="e" verdict="只有一层。" correction="单层">依据。</Erratum>',
  );
  expect(problems).toEqual([]);
  expect(html).toMatch(/<lemma for="e"[^>]* correction="单层">两层<\/lemma>/);
  expect(html).toMatch(/<erratum id="e"[^>]* lemma="两层"/);
});

test.each([
  [
    'a reference to no note',
    '甲<Ref to="two-layer" />\n\n甲<Ref to="two-layers" />\n\n' + note('two-layers'),
    'reference-to-unknown-note 1:2',
  ],
  ['a note without reference', note('a'), 'note-without-reference 1:1'],
  [
    'an erratum without lemma',
    '甲<Ref to="e" />\n\n<Erratum id="e" verdict="v" correction="c">x</Erratum>',
    'erratum-without-lemma 3:1',
  ],
  [
    'a lemma that differs',
    '<Lemma for="e">甲</Lemma>。\n\n<Erratum id="e" verdict="v" lemma="乙" correction="c">x</Erratum>',
    'lemma-differs 3:1',
  ],
  [
    'a long verdict',
    `甲<Ref to="a" />\n\n<Note id="a" verdict="${'长'.repeat(41)}">x</Note>`,
    'verdict-too-long 3:1',
  ],
])('%s is a problem', async (_name, source, problem) => {
  expect((await renderChapter(source)).problems).toEqual([problem]);
});

test('a verdict of forty characters is short enough', async () => {
  expect(
    (await renderChapter(`甲<Ref to="a" />\n\n<Note id="a" verdict="${'长'.repeat(40)}">x</Note>`)).problems,
  ).toEqual([]);
});

test('what was found goes to the page, in the order of the numerals, with the section of the article', async () => {
  const { frontmatter } = await renderChapter(
    [
      '## 4.1 模型 {/* #model */}',
      '<Supplement>\n\n### 补充 {/* #more */}\n\n</Supplement>',
      '甲<Ref to="n" />是<Lemma for="e">两层</Lemma>',
      '<Erratum id="e" verdict="只有一层。" correction="单层">x</Erratum>',
      note('n'),
    ].join('\n\n'),
  );
  const section = { id: 'model', title: '4.1 模型' };
  expect(frontmatter['annotations']).toEqual([
    { id: 'n', kind: 'Note', numeral: '一', verdict: '判断。', section },
    {
      id: 'e',
      kind: 'Erratum',
      numeral: '二',
      verdict: '只有一层。',
      lemma: '两层',
      correction: '单层',
      section,
    },
  ]);
});

test('a note within a supplement stands under the editors’ own section, if there is one', async () => {
  const sectionsOf = async (...parts: string[]) => {
    const { frontmatter } = await renderChapter(parts.join('\n\n'));
    return (frontmatter['annotations'] as { section?: { id: string } }[]).map(({ section }) => section?.id);
  };
  const supplement = (id: string, heading = '') =>
    `<Supplement>\n\n${heading}甲<Ref to="${id}" />\n\n${note(id)}\n\n</Supplement>`;
  const headed = supplement('own', '## 一节 {/* #more */}\n\n');
  expect(await sectionsOf(headed)).toEqual(['more']);
  expect(
    await sectionsOf('## 4.1 模型 {/* #model */}', headed, supplement('bare'), `甲<Ref to="n" />`, note('n')),
  ).toEqual(['more', 'model', 'model']);
});
