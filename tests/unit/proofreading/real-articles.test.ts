import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Nodes } from 'hast';
import { expect, test } from 'vitest';
import { contract } from '../../../src/book/html-contract.ts';
import { createFinder } from '../../../src/build/html.ts';
import { publishArticle } from './publish-article.ts';

/** Articles as people have them, every word replaced and every structure kept. */
const folder = path.resolve(import.meta.dirname, '../../fixtures/articles');

/** What editors have to do: a section needs an id. */
function withIds(article: string): string {
  let [count, fence] = [0, ''];
  const lines = article.split('\n').map((line) => {
    const mark = /^\s*(`{3,}|~{3,})(.*)$/.exec(line);
    if (mark && !fence) fence = mark[1] ?? '';
    else if (mark && mark[1]?.startsWith(fence) && !mark[2]?.trim()) fence = '';
    else if (!fence && /^ {0,3}#{1,3}\s+\S/.test(line)) return `${line} {/* #section-${++count} */}`;
    return line;
  });
  return lines.join('\n');
}

/** The Chinese characters of the article, as they can be read: a formula by its TeX, a diagram by its source. */
function read(node: Nodes): string {
  if (node.type === 'text') return node.value;
  if (node.type !== 'element')
    return 'children' in node ? node.children.map((child) => read(child as Nodes)).join('') : '';
  if (node.properties['dataLayer'] === 'editorial') return '';
  if (node.data?.diagram) return node.data.diagram.source;
  if (node.tagName === 'img') return String(node.properties['alt'] ?? '');
  const [tex] = [node.properties['className']].flat().includes('katex')
    ? createFinder(node).all(contract.tex)
    : [];
  return (tex ?? node).children.map(read).join('');
}

const han = (text: string) => text.replace(/\P{Script=Han}/gu, '');

test.each(readdirSync(folder))('article %s can be published, and is read as it is', async (name) => {
  const article = readFileSync(path.join(folder, name), 'utf8');
  const { problems, tree } = await publishArticle(article, withIds(article));
  expect(problems).toEqual([]);
  if (!tree) throw new Error('The chapter has no text.');
  // Addresses are not read, and the language of a fence is not on the page.
  const source = article.replace(/\]\([^)\s]*\)/g, ']').replace(/^(\s*)(```|~~~).*$/gm, '');
  expect(han(read(tree))).toBe(han(source));
});
