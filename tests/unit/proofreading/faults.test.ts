import { expect, test } from 'vitest';
import { writeHtml } from '../../../src/build/html.ts';
import { publishArticle } from './publish-article.ts';

/** What becomes of words when they are the article's, or the editors'. */
async function publish(
  words: string,
  { editorial = false, targets = '' } = {},
): Promise<{ problems: string[]; faults: string[]; html: string }> {
  const article = editorial ? '' : words.replace(/ \{\/\*.*?\*\/\}/, '');
  const chapter = editorial ? `<Supplement>\n\n${words}\n\n</Supplement>\n` : words;
  const { problems, faults, tree } = await publishArticle(article, chapter, targets);
  return {
    problems: problems.map(({ rule }) => rule),
    faults: faults.map(({ rule, line }) => `${rule} ${line}`),
    html: tree && !editorial ? writeHtml(tree) : '',
  };
}

const sic = (said: string) => `<small data-layer="editorial" data-is="sic">〔原文如此：${said}〕</small>`;

test.each([
  [
    'a formula',
    '设$\\foo$。',
    'formula-unknown-command 7',
    `设<code>$\\foo$</code>${sic('此公式无法排出，照录其写法')}。`,
  ],
  ['a display formula', '$$\nx^{\n$$', 'formula-syntax', '<span class="line">x^{</span>'],
  ['a diagram', '```mermaid\ngraph TD\n  A --- [\n```', 'diagram-syntax', 'graph TD'],
  ['a language', '```mylang\na b\n```', 'listing-unknown-language 7', '〔原文如此：代码的语言名不可识别〕'],
  ['a link', '[甲](./b.md)。', 'link-relative 7', `甲（./b.md）${sic('此链接无处可去，照录其地址')}。`],
  ['a link in the page', '- [甲](#乙)', 'link-to-no-section 7', '甲（#乙）'],
  ['a missing picture', '![图](/a.png)', 'image-missing 7', `图（/a.png）${sic('此图不在本站，照录其地址')}`],
  ['a missing picture in HTML', '<img src="/a.png" alt="图">', 'image-missing 7', '图（/a.png）'],
  [
    'a script',
    '<script>\nalert(1)\n</script>',
    'html-refused 7',
    '〔原文如此：此段不能在网页上运行，照录其源码〕',
  ],
  ['a button in a line', '按<button>甲</button>。', 'html-refused 7', '<code>&lt;button></code>'],
  ['a formula without its end', '$$\na = b\n\n乙', 'formula-unclosed 7', '<span class="line">a = b</span>'],
  [
    'a missing picture in a block of HTML',
    '<p align="center">\n  <img src="/a.png" alt="图">\n</p>',
    'image-missing 8',
    '图（/a.png）',
  ],
  ['a footnote', '甲。\n\n[^1]: 注。', 'footnote-unused 9', '[^1]:'],
])(
  '%s of the article that is wrong is published as it stands, and told',
  async (_what, words, rule, html) => {
    const article = await publish(words);
    expect(article.problems).toEqual([]);
    expect(article.faults.join()).toContain(rule);
    expect(article.html).toContain(html);
    expect(article.html).toContain('〔原文如此：');
    const ours = await publish(words, { editorial: true });
    expect(ours.problems).toContain(rule.split(' ')[0]);
    expect(ours.faults).toEqual([]);
  },
);

test.each([
  ['==甲==与[乙][nope]', 'unread-markdown 7,unread-markdown 7', '==甲==与[乙][nope]'],
  ['| 甲 |\n| --- |\n| $P(A|B)$ |', 'unread-table-cells 9', 'B)$'],
  ['```js title="甲"\na\n```', 'unread-fence 7', 'a'],
])('what Markdown does not read of the article is only listed: %j', async (words, rules, html) => {
  const article = await publish(words);
  expect([article.problems, article.faults.join()]).toEqual([[], rules]);
  expect(article.html).toContain(html);
  expect((await publish(words, { editorial: true })).problems.join()).toBe(rules.replace(/ \d/g, ''));
});

test('a title of the first level is a section of the page', async () => {
  const { problems, faults, html } = await publish('# 大题 {/* #title */}\n\n甲。');
  expect([problems, faults]).toEqual([[], ['title-in-body 7']]);
  expect(html).toMatch(/<h2 id="title">.*大题<\/h2>/);
  const without = await publish('# 甲\n\n# 乙\n');
  expect(without.problems).toEqual([]);
  expect(without.html).toMatch(/<h2 id="example-title">[^]*<h2 id="example-title-2">/);
});

test.each([
  ['a picture', '![](/mark.svg)', 'alt="原文所附的图，没有说明"'],
  [
    'a picture in HTML',
    '<p align="center">\n  <img src="/mark.svg" width="50%">\n</p>',
    'alt="原文所附的图，没有说明"',
  ],
  ['a diagram', '```mermaid\ngraph TD\n  A-->B\n```', '<title'],
])('%s of the article without a description is shown', async (_what, words, html) => {
  const article = await publish(words);
  expect(article.problems).toEqual([]);
  expect(article.faults.join()).toContain('without-description');
  expect(article.html).toContain(html);
});

test('links and pictures of the article may lead elsewhere, without a change of its text', async () => {
  const words = '[背景](#一背景)，![图](https://example.com/a.png)。';
  const targets = `'#一背景': /first/#sources\nhttps://example.com/a.png: /mark.svg\n`;
  const { problems, faults, html } = await publish(words, { targets });
  expect([problems, faults]).toEqual([[], []]);
  expect(html).toContain('<a href="/first/#sources">背景</a>');
  expect(html).toContain('src="/mark.svg"');
  expect((await publish('甲。', { targets })).problems).toEqual(['target-unused', 'target-unused']);
  expect((await publish('甲。', { targets: '- a' })).problems).toEqual(['targets-malformed']);
});

test('a component of the edition is the same problem wherever it stands', async () => {
  expect((await publish('<Nota id="a">甲</Nota>', { editorial: true })).problems).toContain(
    'unknown-component',
  );
});
