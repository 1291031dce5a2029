import { expect, test } from 'vitest';
import { countTitle, emptyCount, hasArticle, formatCount, sumCounts } from '../../../src/book/count.ts';

const article = countTitle('大模型是什么');
const supplement = { ...emptyCount(), shown: 5, supplements: 1 };

test('a chapter says how much of it is the article’s and how long all of it takes', () => {
  expect(formatCount(article)).toEqual(['正文 6 字，约读 1 分钟']);
  expect(formatCount(sumCounts([article, supplement]))).toEqual(['正文 6 字，连注约读 1 分钟', '补充 1 条']);
});

test('a chapter of the editors’ alone says so, and has no other reading', () => {
  expect(formatCount(supplement)).toEqual(['全章为编者所加，约读 1 分钟', '补充 1 条']);
  expect(hasArticle(supplement)).toBe(false);
  expect(hasArticle(sumCounts([article, supplement]))).toBe(true);
});

test('each kind of annotation is counted by itself', () => {
  const count = { ...article, annotations: { Erratum: 2, Note: 1 } };
  expect(formatCount(sumCounts([count, count]))[1]).toBe('勘误 4 条，校注 2 条');
});
