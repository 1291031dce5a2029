import type { Problem } from '../../build/problem.ts';
import { findCharset } from '../pages/read-page.ts';
import type { PageCheck } from './index.ts';

/** Finds pages that do not say their language, title or charset. */
export const checkHead: PageCheck = (page) => {
  const { file, elements } = page;
  const problems: Problem[] = [];
  const html = elements.find(({ name }) => name === 'html');
  if (!html?.attributes.get('lang')?.trim())
    problems.push({
      file,
      rule: 'language-missing',
      reason: '<html> has no lang: voices read the page as another language, and fonts take its glyphs.',
      remedy: 'Use the layout Frame, or write <html lang="zh-CN">.',
    });
  const title = elements.find(({ name, parent }) => name === 'title' && parent?.name === 'head');
  if (!title?.text.trim())
    problems.push({
      file,
      rule: 'title-missing',
      reason: 'The page has no <title>.',
      remedy: 'Give the layout Frame a title.',
    });
  if (!findCharset(page))
    problems.push({
      file,
      rule: 'charset-missing',
      reason: 'The page has no <meta charset>, after which its policy must stand.',
      remedy: 'Use the layout Frame, or write <meta charset="utf-8"> first in the <head>.',
    });
  return problems;
};
