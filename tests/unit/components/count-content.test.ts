import { fromHtml } from 'hast-util-from-html';
import { expect, test } from 'vitest';
import { countContent, hasArticle, sayCount } from '../../../src/components/contents/count-content.ts';

const supplement = '<section class="supplement" data-layer="editorial"><p>编者的话。</p></section>';
const count = (html: string) => countContent(fromHtml(html, { fragment: true }));

test('a chapter says how much of it is the article’s and how long all of it takes', () => {
  expect(sayCount(count('<p>大模型是什么</p>'))).toEqual(['正文 6 字，约读 1 分钟']);
  expect(sayCount(count(`<p>大模型是什么</p>${supplement}`))).toEqual([
    '正文 6 字，连注约读 1 分钟',
    '补充 1 条',
  ]);
});

test('a chapter of the editors’ alone says so, and has no other reading', () => {
  expect(sayCount(count(supplement))).toEqual(['全章为编者所加，约读 1 分钟', '补充 1 条']);
  expect(hasArticle(count(supplement))).toBe(false);
  expect(hasArticle(count(`<p>甲</p>${supplement}`))).toBe(true);
});
