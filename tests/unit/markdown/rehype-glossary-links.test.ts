import type { Root } from 'hast';
import { toHtml } from 'hast-util-to-html';
import { expect, test } from 'vitest';
import { editionOptions } from '../../../src/book/edition-components.ts';
import { createCompiler } from '../../../src/markdown/compile.ts';

const terms = [
  { href: '/glossary/#large-model', forms: ['大模型'], except: [] },
  { href: '/glossary/#llm', forms: ['大语言模型', 'LLM'], except: [] },
  { href: '/glossary/#attention', forms: ['注意力'], except: [] },
  { href: '/glossary/#self-attention', forms: ['自注意力'], except: [] },
  { href: '/glossary/#kv-cache', forms: ['键值缓存', 'KV缓存'], except: [] },
  { href: '/glossary/#quantisation', forms: ['量化'], except: ['量化交易'] },
  { href: '/glossary/#deep-learning', forms: ['Deep Learning'], except: [] },
];
const compile = await createCompiler({ base: '/', terms, ...editionOptions });

/** The words that became links, each with its address. */
function linksIn(children: Root['children']): string[] {
  const html = toHtml({ type: 'root', children });
  return [...html.matchAll(/<a class="term" data-is="term" href="\/glossary\/#([^"]+)">(.*?)<\/a>/g)].map(
    ([, id = '', words = '']) => `${words.replace(/<[^>]+>/g, '')} ${id}`,
  );
}

async function inSupplement(text: string): Promise<string[]> {
  const { tree } = await compile('x.mdx', `<Supplement>\n\n${text}\n\n</Supplement>`);
  return (tree?.children ?? []).flatMap((child) => ('children' in child ? linksIn(child.children) : []));
}

test.each([
  ['大语言模型是大模型', ['大语言模型 llm', '大模型 large-model']],
  ['大模型与大模型', ['大模型 large-model']],
  ['自注意力、自注意力、注意力', ['自注意力 self-attention', '注意力 attention']],
  ['一个LLM，不是LLMs', ['LLM llm']],
  ['先用 KV 缓存', ['KV缓存 kv-cache']],
  ['量化交易用不到量化', ['量化 quantisation']],
  ['一本Deep Learning Book', ['Deep Learning deep-learning']],
  ['**大模型**里', ['大模型 large-model']],
  ['[大模型](/x/)与`大模型`与$x_{\\text{y}}$', []],
  ['## 大模型 {/* #x */}', []],
  ['> 大模型', []],
  ['| 大模型 | 法 |\n| --- | --- |\n| 注意力 | 量化 |', ['量化 quantisation']],
])('%s', async (text, expected) => {
  expect(await inSupplement(text)).toEqual(expected);
});

test('the article’s words never become links', async () => {
  const { tree } = await compile('x.mdx', '大模型');
  expect(linksIn(tree?.children ?? [])).toEqual([]);
});
