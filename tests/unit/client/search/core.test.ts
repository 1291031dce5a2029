import { describe, expect, test } from 'vitest';
import { excerpt, mark } from '../../../../src/client/search/excerpt.ts';
import { find, foldRecord } from '../../../../src/client/search/find.ts';
import { findWords, fold, foldWithPlaces } from '../../../../src/client/search/fold.ts';
import { readQuery } from '../../../../src/client/search/query.ts';
import type { SearchRecord } from '../../../../src/client/search/record.ts';

function record(title: string, text: string, names: string[] = []): SearchRecord {
  return { address: `/x/#${title}`, head: '第一章', title, names, text };
}

/** Titles of what is found, exact and near. */
function ranked(typed: string, records: SearchRecord[]): [exact: string[], near: string[]] {
  const query = readQuery(typed);
  if (!query) throw new Error('Nothing is asked for.');
  const { exact, near } = find(records.map(foldRecord), query);
  return [exact.map(({ title }) => title), near.map(({ title }) => title)];
}

/** `大【模型】` for a hit. */
function shown(stretches: { text: string; hit: boolean }[]): string {
  return stretches.map(({ text, hit }) => (hit ? `【${text}】` : text)).join('');
}

describe('what is compared', () => {
  test.each([
    ['ＧＰＴ－４', 'gpt4'],
    ['Kimi K2', 'kimi k2'],
    ['全文。\u2060〔一〕', '全文。〔一〕'],
    ['e\u0301 ŁΣς −1', 'é łσσ -1'],
    ['32 GB、DeepSeek-V3、KV 缓存、671,000,000、10^25', '32gb、deepseekv3、kv缓存、671000000、1025'],
    ['Qwen 3-Max、GPT-4', 'qwen3max、gpt4'],
    ['near-lossless model, 2026-10-24, 12, 34', 'near-lossless model, 2026-10-24, 12, 34'],
  ])('%s is folded to %s', (text, folded) => {
    expect(fold(text)).toBe(folded);
    expect(foldWithPlaces(text).text).toBe(folded);
  });

  test('a place in the folded text is found again in the text', () => {
    const text = '约３㎏重\u2060的Ｇ𠮷PU';
    const [[start, end] = [0, 0]] = findWords(foldWithPlaces(text), ['g𠮷p']);
    expect(text.slice(start, end)).toBe('Ｇ𠮷P');
    expect(findWords(foldWithPlaces(text), ['kg重的'])).toEqual([[2, 6]]);
    expect(findWords(foldWithPlaces(text), ['k'])).toEqual([[2, 3]]);
  });

  test('a mark that is left out belongs to a hit that it stands in, and to no other', () => {
    const text = foldWithPlaces('共 32 GB、V 3');
    expect(findWords(text, ['32gb', 'v3'])).toEqual([
      [2, 7],
      [8, 11],
    ]);
    expect(findWords(text, ['32'])).toEqual([[2, 4]]);
  });

  test.each([
    ['overlap', '大模型的模型', ['大模', '模型'], [0, 3], [4, 6]],
    ['touch', '大模型的大', ['模', '大'], [0, 2], [4, 5]],
    ['lie in each other', '大模型的型', ['大模型', '模', '型'], [0, 3], [4, 5]],
  ])('hits that %s are one', (_, text, words, ...ranges) => {
    expect(findWords(foldWithPlaces(text), words)).toEqual(ranges);
  });
});

describe('what is asked for', () => {
  test('blanks part words, full width or not, and each counts once', () => {
    expect(readQuery(' 模型　GPU 模型 ')?.words).toEqual(['模型', 'gpu']);
  });

  test('only blanks ask for nothing', () => {
    expect(readQuery(' 　')).toBeUndefined();
  });

  test.each(['GPT-', '-V3', '671,', ',000', '10^'])('%s may be a part of a longer word', (typed) => {
    expect(ranked(typed, [record('甲', 'GPT-4、DeepSeek-V3、671,000、10^25')])[0]).toEqual(['甲']);
  });

  test.each([
    '32GB',
    '32 GB',
    'DeepSeekV3',
    'deepseek-v3',
    '671000000',
    'α',
    '注\u2060意\u200b力',
    '10²⁵',
    '10^25',
    'viii',
    '8',
    '資料庫',
    '资料库',
    '备案',
    '備案',
    '機器翻译',
    '机\u200c器\u200d翻\u00ad译\ufeff',
  ])('%s finds what is written otherwise', (typed) => {
    const text =
      '32 GB、DeepSeek-V3、671,000,000、α、注意力、10²⁵、Ⅷ、⑧、备案、資料庫、机\u00ad器\u200b翻\u200d译';
    expect(ranked(typed, [record('甲', text), record('乙', '无')])[0]).toEqual(['甲']);
  });
});

describe('what is found', () => {
  test('what contains the string, and nothing else', () => {
    const records = [record('甲', '大模型的训练'), record('乙', '模大型'), record('丙', '小模型')];
    expect(ranked('大模型', records)).toEqual([['甲'], []]);
    expect(ranked('型的训', records)).toEqual([['甲'], []]);
  });

  test('two words mean both, wherever they stand', () => {
    const records = [record('甲', '显存与带宽'), record('显存', '容量'), record('带宽', '显存')];
    expect(ranked('带宽 显存', records)[0]).toEqual(['甲', '带宽']);
  });

  test('a source comes after what the book itself says', () => {
    const source = { ...record('', '价格战与价格战'), address: '/references/#x' };
    expect(ranked('价格战', [source, record('甲', '价格战')])[0]).toEqual(['甲', '']);
  });

  test('without regard to case and width', () => {
    expect(ranked('ｋｖ缓存', [record('甲', 'KV缓存很大')])[0]).toEqual(['甲']);
  });

  test('first what is called so, then what is called so too, then titles, then the most often', () => {
    const records = [
      record('一次', '词元'),
      record('三次', '词元、词元、词元'),
      record('论词元', '……'),
      record('词元的长度', '……'),
      record('别名', '……', ['词元']),
      record('词元', '……'),
    ];
    expect(ranked('词元', records)[0]).toEqual(['词元', '别名', '词元的长度', '论词元', '三次', '一次']);
  });

  test('parts that stand apart are near, and not exact', () => {
    const records = [
      record('甲', '误差先算出，再反向传播'),
      record('乙', '传播'),
      record('丙', '反向传播误差'),
    ];
    expect(ranked('反向传播误差', records)).toEqual([['丙'], ['甲']]);
  });

  test('beside what is exact, only what has all letters is near', () => {
    const near = record('甲', '误差先算出，再反向传播');
    const further = record('乙', '反向传播');
    const exact = record('丙', '反向传播误差');
    expect(ranked('反向传播误差', [near, further])).toEqual([[], ['甲', '乙']]);
    expect(ranked('反向传播误差', [near, further, exact])).toEqual([['丙'], ['甲']]);
  });

  test('equals stay in the order of the book', () => {
    const names = ['丁', '甲', '丙', '乙'];
    expect(
      ranked(
        '词元',
        names.map((name) => record(name, '词元')),
      )[0],
    ).toEqual(names);
  });
});

describe('what is shown of it', () => {
  test('the sentence of the first hit', () => {
    expect(shown(excerpt('头一句。第二句说“词元”。第三句词元。', ['词元']))).toBe('第二句说“【词元】”。');
  });

  test('the first sentence where only the title has it', () => {
    expect(shown(excerpt('头一句。第二句。', ['词元']))).toBe('头一句。');
  });

  test('the line, where that is shorter than a sentence', () => {
    expect(shown(excerpt('表头\n词元\n约3.3', ['词元']))).toBe('【词元】');
  });

  test('a long sentence is cut around the hit', () => {
    const cut = shown(excerpt(`${'前'.repeat(90)}词元${'后'.repeat(90)}。`, ['词元']));
    expect(cut).toBe(`……${'前'.repeat(20)}【词元】${'后'.repeat(50)}……`);
  });

  test.each([
    ['where it ends', '', ''],
    ['where it begins', '一', ''],
    ['at neither edge', '', '一'],
    ['at both edges', '一', '一'],
  ])('no character is cut in two %s', (_, before, after) => {
    const cut = excerpt(`${'𠮷'.repeat(90)}${before}词${after}${'𠮷'.repeat(90)}`, ['词']);
    expect(cut.every(({ text }) => text.isWellFormed())).toBe(true);
    expect(shown(cut)).toMatch(/^……𠮷+一?【词】一?𠮷+……$/u);
  });

  test('the characters of the page, though others are compared', () => {
    expect(shown(excerpt('共10²⁵次①，见Ⅷ。', ['1025', 'viii']))).toBe('共【10²⁵】次①，见【Ⅷ】。');
  });

  test('traditional characters, where the page has them', () => {
    expect(shown(excerpt('繁體資料庫。', ['资料库']))).toBe('繁體【資料庫】。');
  });

  test('all words are marked', () => {
    expect(shown(mark('显存与带宽', ['带宽', '显存']))).toBe('【显存】与【带宽】');
  });
});
