import { expect, test } from 'vitest';
import { parsePage } from '../../../../src/build/html.ts';
import { listRecords } from '../../../../src/publish/search/list-records.ts';

/** What is found on a page, as `address | head | title | text`. */
function found(html: string, address = '/maths/'): string[] {
  return listRecords(parsePage(html), address).map(({ address, head, title, names, text }) =>
    [address, head, [title, ...names].join('/'), text.replaceAll('\n', '⏎')].join(' | '),
  );
}

function page(main: string, head = ''): string {
  return `<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><title>题</title>${head}</head><body><main>${main}</main></body></html>`;
}

const opening =
  '<p class="kicker" data-is="kicker">第四章</p><h1><a class="number" href="#main">4.</a> 数学<wbr>模型</h1>';

test('a chapter has its opening and its sections', () => {
  const html = page(
    `${opening}<p>开头。</p><h2 id="a"><a class="number" href="#a">4.1</a> 构建</h2><p>甲\n乙</p>` +
      '<h3 id="b"><a class="number" href="#b">§</a> 细节</h3><p>丙</p>',
  );
  expect(found(html)).toEqual([
    '/maths/ | 第四章 | 数学模型 | 开头。',
    '/maths/#a | 第四章 · 4.1 | 构建 | 甲 乙',
    '/maths/#b | 第四章 | 细节 | 丙',
  ]);
});

test('a note is found by itself, and not in its section', () => {
  const html = page(
    `${opening}<h2 id="a"><a class="number" href="#a">4.1</a> 构建</h2>` +
      '<p>其<s class="lemma">模型</s><ins class="correction">过程</ins><span>\u2060<sup class="ref">〔一〕</sup></span>主要</p>' +
      '<aside class="note" data-note id="n"><p><b>勘误〔一〕</b>说错了。</p><details><summary data-screen>依据</summary>' +
      '<p>见论文。</p><p class="back">总表</p></details></aside><p>后文</p>',
  );
  expect(found(html).slice(1)).toEqual([
    '/maths/#a | 第四章 · 4.1 | 构建 | 其模型主要⏎后文',
    '/maths/#n | 勘误〔一〕 · 第四章 · 4.1 |  | 说错了。⏎见论文。',
  ]);
});

test('so are questions, terms and references', () => {
  const html = page(
    `${opening}<div class="question"><details><summary><h2 id="q"><span class="number">9.1</span> 是什么？</h2></summary><p>答。</p></details></div>` +
      '<dl><div id="token"><dt><dfn><a>词元</a></dfn><span class="also">又作标记、令牌</span><span lang="en">token, TK</span></dt>' +
      '<dd>最小单位。<a class="place">见第三章</a></dd></div></dl>' +
      '<ol><li id="k2"><a class="number" href="#k2">[7]</a><div><p>月之暗面. K2</p><p class="cited">引于</p></div></li></ol>',
  );
  expect(found(html, '/faq/').slice(1)).toEqual([
    '/faq/#q | 第四章 · 9.1 | 是什么？ | 答。',
    '/faq/#token | 术语 | 词元/标记/令牌/token/TK | 最小单位。',
    '/faq/#k2 | 参考文献 [7] |  | 月之暗面. K2',
  ]);
});

test('a drawing is what is said of it, code keeps its lines, and of formulas only plain ones are read', () => {
  const formula = (tex: string) =>
    `<span class="katex"><math><mi>x</mi><annotation encoding="application/x-tex">${tex}</annotation></math><span>x</span></span>`;
  const html = page(
    `${opening}<svg><title>图</title><desc>自左至右。</desc><text>框</text></svg><pre><code>a = 1\nb</code></pre>` +
      `<p>过${formula('10^{25}')}次，设${formula('\\sigma')}，${formula('\\sigma(x)')}。</p><nav>目录</nav><script>1</script>`,
  );
  expect(found(html)).toEqual(['/maths/ | 第四章 | 数学模型 | 自左至右。⏎a = 1⏎b⏎过10²⁵次，设x，……。']);
});

test.each(['<meta name="robots" content="noindex">', '<meta http-equiv="refresh" content="0; url=/maths/">'])(
  'nothing is found on a page with %s',
  (tag) => {
    const html = page('<h1>此页已佚</h1>', tag);
    expect(found(html, '/404.html')).toEqual([]);
  },
);
