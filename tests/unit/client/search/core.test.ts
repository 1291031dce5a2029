import { describe, expect, test } from 'vitest';
import { excerpt, mark } from '../../../../src/client/search/excerpt.ts';
import { find } from '../../../../src/client/search/find.ts';
import { findWords, fold } from '../../../../src/client/search/fold.ts';
import { readQuery } from '../../../../src/client/search/query.ts';
import { rank } from '../../../../src/client/search/rank.ts';
import { readContent, writeContent, type SearchRecord } from '../../../../src/client/search/record.ts';

let order = 0;
function record(title: string, text: string, names: string[] = []): SearchRecord {
  return { order: order++, address: `/x/#r${order}`, head: '第一章', title, names, text };
}

/** Titles of what is found, exact and near. */
function ranked(typed: string, records: SearchRecord[]): [exact: string[], near: string[]] {
  const query = readQuery(typed);
  if (!query) throw new Error('Nothing is asked for.');
  const { exact, near } = rank(records, query);
  return [exact.map(({ title }) => title), near.map(({ title }) => title)];
}

/** `大【模型】` for a hit. */
function shown(stretches: { text: string; hit: boolean }[]): string {
  return stretches.map(({ text, hit }) => (hit ? `【${text}】` : text)).join('');
}

describe('what is compared', () => {
  test.each([
    ['ＧＰＴ－４', 'gpt-4'],
    ['Kimi K2', 'kimi k2'],
    ['全文。\u2060〔一〕', '全文。〔一〕'],
  ])('%s is folded to %s', (text, folded) => {
    expect(fold(text).text).toBe(folded);
  });

  test('a place in the folded text is found again in the text', () => {
    const text = '约３㎏重\u2060的Ｇ𠮷PU';
    const [[start, end] = [0, 0]] = findWords(fold(text), ['g𠮷p']);
    expect(text.slice(start, end)).toBe('Ｇ𠮷P');
    expect(findWords(fold(text), ['kg重的'])).toEqual([[2, 6]]);
  });

  test('hits that overlap are one', () => {
    expect(findWords(fold('大模型的模型'), ['大模', '模型'])).toEqual([
      [0, 3],
      [4, 6],
    ]);
  });
});

describe('what is asked for', () => {
  test('blanks part words, full width or not, and each counts once', () => {
    expect(readQuery(' 模型　GPU 模型 ')?.words).toEqual(['模型', 'gpu']);
  });

  test('only blanks ask for nothing', () => {
    expect(readQuery(' 　')).toBeUndefined();
  });

  test('Pagefind is asked for letters and digits, and for everything where there are none', () => {
    expect(readQuery('GPT-4 gp')?.candidates).toBe('g p t 4');
    expect(readQuery('——')?.candidates).toBeNull();
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

  test('nothing is called absent before every record was looked into', async () => {
    const all = [record('甲', '链式法则')];
    const asked: (string | null)[] = [];
    const query = readQuery('链式');
    if (!query) throw new Error('Nothing is asked for.');
    const found = await find(query, (candidates) => {
      asked.push(candidates);
      return Promise.resolve(candidates === null ? all : []);
    });
    expect(asked).toEqual(['链 式', null]);
    expect(found.exact).toEqual(all);
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

  test('no character is cut in two', () => {
    const cut = excerpt(`${'𠮷'.repeat(90)}词${'𠮷'.repeat(90)}`, ['词']);
    expect(cut.every(({ text }) => text.isWellFormed())).toBe(true);
    expect(shown(cut)).toContain('【词】');
  });

  test('all words are marked', () => {
    expect(shown(mark('显存与带宽', ['带宽', '显存']))).toBe('【显存】与【带宽】');
  });
});

test('a record is read as it was written, its letters in their plain form', () => {
  const written = record('反向 传播', 'Kimi K2\n１００GB「a_b」😀', ['backward pass', 'BP']);
  expect(readContent(written.address, writeContent(written))).toEqual({
    ...written,
    text: 'Kimi K2\n100GB「a_b」😀',
  });
});
