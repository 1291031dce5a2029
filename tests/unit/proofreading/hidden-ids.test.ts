import { expect, test } from 'vitest';
import { problemsOf } from '../../catalogue/report-example.ts';

const file = 'content/chapters/01-first.mdx';
const chapter = (section: string, more = '') => `---
kind: chapter
numeral: 第一章
title: 数据
---

它需要大量数据。

<Supplement>

${section}

本书只有一个来源。<Cite keys="source" />

${more}

</Supplement>
`;

async function rulesOf(text: string): Promise<string[]> {
  const problems = await problemsOf({ language: 'mdx', file, text });
  return problems.map(({ rule }) => rule);
}

/** The glossary leads to /first/#sources, and the list of addresses has it. */
test.each([
  ['a section without an id', chapter('## 出处'), 'section-without-id'],
  ['a section with a wrong id', chapter('## 出处 {/* #Sources */}'), 'section-id-malformed'],
  ['a formula that swallows tags', chapter('## 出处 {/* #sources */}', '$$\na'), 'formula-unclosed'],
  [
    'a formula that swallows text',
    `${chapter('').split('<S')[0] ?? ''}$$\na\n\n## 出处 {/* #sources */}\n`,
    'formula-unclosed',
  ],
])('%s is one problem: what leads to the ids that it hides is not judged', async (_name, text, rule) => {
  expect(await rulesOf(text)).toEqual([rule]);
});

test('what leads to an id that nothing hides is judged', async () => {
  expect((await rulesOf(chapter('## 出处 {/* #origin */}'))).sort()).toEqual([
    'anchor-gone',
    'link-to-no-section',
  ]);
});
