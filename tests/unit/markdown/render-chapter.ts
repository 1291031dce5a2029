import type { Element, Nodes, Root } from 'hast';
import { toHtml } from 'hast-util-to-html';
import { visit } from 'unist-util-visit';
import { editionOptions } from '../../../src/book/edition-components.ts';
import { createCompiler } from '../../../src/markdown/compile.ts';
import { isJsx } from '../../../src/markdown/jsx.ts';
import { rehypeBasePath } from '../../../src/markdown/links/rehype-base-path.ts';

const compile = createCompiler({ base: '/', ...editionOptions });

export interface Rendered {
  /** HTML of the chapter; a component is an element of its name in lower case. */
  html: string;
  tree: Root;
  /** `rule line:column` of each problem, in order. */
  problems: string[];
  /** What is said of each problem. */
  reasons: string[];
  frontmatter: Record<string, unknown>;
}

/** Runs a chapter's text through the pipeline of the build, for the base path /a/b/. */
export async function renderChapter(markdown: string): Promise<Rendered> {
  const {
    tree = { type: 'root', children: [] },
    messages,
    frontmatter,
  } = await (await compile)('x.mdx', markdown);
  rehypeBasePath({ base: '/a/b/' })(tree);
  visit(tree, (node: Nodes, index, parent) => {
    if (parent && index !== undefined && /^mdx(jsEsm|.*Expression)$/.test(node.type)) {
      parent.children.splice(index, 1);
      return index;
    }
    if (!isJsx(node) || !parent || index === undefined) return undefined;
    const attributes = node.attributes.flatMap((a) =>
      a.type === 'mdxJsxAttribute' ? [[a.name, a.value ?? '']] : [],
    );
    const properties = Object.fromEntries(attributes) as Element['properties'];
    parent.children[index] = {
      type: 'element',
      tagName: (node.name ?? '').toLowerCase(),
      properties,
      children: node.children as Element['children'],
    };
    return undefined;
  });
  return {
    html: toHtml(tree),
    tree,
    problems: messages.map(({ ruleId, line, column }) => `${ruleId} ${line}:${column}`),
    reasons: messages.map(({ reason }) => reason),
    frontmatter,
  };
}
