import { expect, test } from 'vitest';
import { readFrontmatter } from '../../../src/proofreading/reading/read-frontmatter.ts';

const file = 'content/chapters/x.mdx';

/** `rule line:column` and candidates of each problem. */
function judge(frontmatter: string): string[] {
  return readFrontmatter(file, frontmatter).problems.map((f) =>
    [`${f.rule} ${f.line}:${f.column}`, ...(f.candidates ?? [])].join(' '),
  );
}

test('a right frontmatter is read', () => {
  const { data, problems } = readFrontmatter(
    file,
    '---\nkind: chapter\nnumeral: 第四章\ntitle: 数学\n---\n\n文',
  );
  expect(problems).toEqual([]);
  expect(data).toEqual({ kind: 'chapter', numeral: '第四章', title: '数学' });
});

test.each([
  ['none', '文', 'frontmatter-missing 1:1'],
  ['no title', '---\nkind: cover\n---\n', 'frontmatter-missing-key 2:1'],
  ['an empty title', "---\nkind: cover\ntitle: ''\n---\n", 'frontmatter-wrong-value 3:1'],
  ['an unknown key', '---\nkind: cover\ntitle: 一\nlaed: 二\n---\n', 'frontmatter-unknown-key 4:1 lead'],
  ['an unknown kind', '---\ntitle: 一\nkind: capter\n---\n', 'frontmatter-wrong-value 3:1'],
  [
    'a numeral in digits',
    '---\nkind: chapter\nnumeral: 第4章\ntitle: 一\n---\n',
    'frontmatter-wrong-value 3:1',
  ],
  ['a colon in the title', '---\nkind: cover\ntitle: a: b\n---\n', 'frontmatter-syntax 3:8'],
  ['a key twice', '---\nkind: cover\ntitle: a\ntitle: b\n---\n', 'frontmatter-syntax 4:1'],
])('%s is a problem', (_what, frontmatter, problem) => {
  expect(judge(frontmatter)[0]).toBe(problem);
});
