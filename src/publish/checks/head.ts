import { attributeOf, textOf } from '../../build/html.ts';
import type { Problem } from '../../build/problem.ts';
import type { PageCheck } from './check.ts';

/** Finds pages that do not say their language, title or charset. */
export const checkHead: PageCheck = ({ file, finder }) => {
  const problems: Problem[] = [];
  const html = finder.first('html');
  if (!html || !attributeOf(html, 'lang')?.trim())
    problems.push({
      file,
      rule: 'language-missing',
      reason: '<html> has no lang: voices read the page as another language, and fonts take its glyphs.',
      remedy: 'Use the layout Frame, or write <html lang="zh-CN">.',
    });
  const title = finder.first('head > title');
  if (!title || !textOf(title).trim())
    problems.push({
      file,
      rule: 'title-missing',
      reason: 'The page has no <title>.',
      remedy: 'Give the layout Frame a title.',
    });
  if (!finder.first('meta[charset]'))
    problems.push({
      file,
      rule: 'charset-missing',
      reason: 'The page has no <meta charset>, after which its policy must stand.',
      remedy: 'Use the layout Frame, or write <meta charset="utf-8"> first in the <head>.',
    });
  return problems;
};
