import type { Element, Nodes, Root } from 'hast';
import { toString } from 'hast-util-to-string';
import type { Point } from 'unist';
import { declarationOf } from '../../book/edition-components.ts';
import { isJsx } from '../../markdown/jsx.ts';

/** A block of the article's text, in a form that does not depend on how it is dressed. */
export interface Block {
  kind: 'heading' | 'paragraph' | 'item' | 'listing' | 'formula' | 'diagram' | 'rule' | 'table row';
  /** Inline marks are written as in Markdown: **strong**, `code`, $formula$. */
  text: string;
  /** Where it begins in its file. */
  point: Point | undefined;
}

/**
 * Takes the article's layer out of a tree: every heading, paragraph, list item, listing, formula and
 * diagram that does not stand inside of something editorial, in order.
 *
 * It reads a tree fresh from Markdown as well as one that the pipeline has finished.
 *
 * @param tree HTML tree, JSX elements included
 * @param raised how many levels the headings stand above the article's: 1 when the article's own ## is the
 *   title of the page
 */
export function articleBlocks(tree: Root, raised = 0): Block[] {
  const blocks: Block[] = [];
  const add = (kind: Block['kind'], text: string, node: Nodes) => {
    blocks.push({ kind, text, point: node.position?.start });
  };

  function walk(node: Nodes, listDepth = 0): void {
    if (isEditorial(node)) return;
    if (node.type !== 'element') {
      if (node.type === 'text' && node.value.trim()) add('paragraph', inline(node), node);
      else if ('children' in node) walkBlocks(node, listDepth);
      return;
    }
    const { tagName } = node;
    if (/^h[1-6]$/.test(tagName))
      add('heading', `${'#'.repeat(Number(tagName[1]) + raised)} ${inline(node)}`, node);
    else if (tagName === 'p') add('paragraph', inline(node), node);
    else if (tagName === 'hr') add('rule', '---', node);
    else if (tagName === 'ul' || tagName === 'ol') walkList(node, listDepth);
    else if (tagName === 'tr') add('table row', node.children.map((cell) => inline(cell)).join(' | '), node);
    else if (node.data?.diagram) add('diagram', node.data.diagram.source.trim(), node);
    else if (node.data?.tex !== undefined) add('formula', node.data.tex.trim(), node);
    else if (tagName === 'pre') walkFence(node);
    else walkBlocks(node, listDepth);
  }

  /** Children of a block. Inline ones that stand loose in it make one paragraph together. */
  function walkBlocks(node: Extract<Nodes, { children: unknown }>, listDepth: number): void {
    let run: Nodes[] = [];
    const flush = () => {
      const text = inline(...run);
      if (text) add('paragraph', text, run.find(({ position }) => position) ?? node);
      run = [];
    };
    for (const child of node.children) {
      if (isInline(child)) run.push(child);
      else {
        flush();
        walk(child, listDepth);
      }
    }
    flush();
  }

  function walkList(list: Element, depth: number): void {
    let number = Number(list.properties['start'] ?? 1);
    for (const item of list.children) {
      if (item.type !== 'element') continue;
      const marker = `${'  '.repeat(depth)}${list.tagName === 'ol' ? `${number++}.` : '-'} `;
      const [first] = item.children.filter((child) => child.type !== 'text' || child.value.trim());
      const wrapped = first?.type === 'element' && first.tagName === 'p' ? first : undefined;
      const own = wrapped ? [wrapped] : item.children.filter(isInline);
      add('item', marker + inline(...own), item);
      for (const child of item.children) if (!own.includes(child)) walk(child, depth + 1);
    }
  }

  function walkFence(pre: Element): void {
    const [code] = pre.children;
    const names = code?.type === 'element' ? code.properties['className'] : undefined;
    const language = Array.isArray(names)
      ? String(names[0]).replace(/^language-/, '')
      : pre.properties['dataLanguage'];
    const text = toString(pre).replace(/\n$/, '');
    if (language === 'mermaid') add('diagram', text.trim(), pre);
    else if (language === 'math') add('formula', text.trim(), pre);
    else
      for (const [index, line] of text.split('\n').entries())
        addLine(pre, index, line, String(language ?? 'text'));
  }

  function addLine(pre: Element, index: number, line: string, language: string): void {
    const start = pre.position?.start;
    // The fence itself is the first line, and names the language.
    if (index === 0) blocks.push({ kind: 'listing', text: `\`\`\`${language}`, point: start });
    const point = start && { line: start.line + index + 1, column: start.column };
    blocks.push({ kind: 'listing', text: line.trimEnd(), point });
  }

  walk(tree);
  return blocks;
}

/** Is everything inside the editors'? */
export function isEditorial(node: Nodes): boolean {
  // An unknown component is a problem of its own; its words need not be a second one.
  if (isJsx(node)) return declarationOf(node.name ?? '')?.layer !== 'article';
  return node.type === 'element' && node.properties['dataLayer'] === 'editorial';
}

const inlineTags = new Set(['a', 'br', 'code', 'del', 'em', 'img', 's', 'span', 'strong', 'sub', 'sup']);

function isInline(node: Nodes): boolean {
  if (node.type === 'text' || node.type === 'mdxJsxTextElement') return true;
  return node.type === 'element' && inlineTags.has(node.tagName);
}

/** The text of nodes in a line, with their inline marks as Markdown writes them. */
function inline(...nodes: Nodes[]): string {
  return nodes.map(mark).join('').replace(/\s+/g, ' ').trim();
}

function mark(node: Nodes): string {
  if (node.type === 'text') return node.value;
  if (isEditorial(node) || !('children' in node)) return '';
  const inside = node.children.map(mark).join('');
  if (node.type !== 'element') return inside;
  const classes = node.properties['className'];
  if (Array.isArray(classes) && classes.includes('katex')) return `$${texOf(node)}$`;
  if (Array.isArray(classes) && classes.includes('math-inline')) return `$${inside}$`;
  if (Array.isArray(classes) && classes.includes('number')) return inside;
  switch (node.tagName) {
    case 'strong':
      return `**${inside}**`;
    case 'em':
      return `*${inside}*`;
    case 'del':
      return `~~${inside}~~`;
    case 'code':
      return `\`${inside}\``;
    case 'a':
      return `[${inside}](${String(node.properties['href'])})`;
    case 'img':
      return `![${String(node.properties['alt'] ?? '')}](${String(node.properties['src'])})`;
    case 'br':
      return '\n';
    default:
      return inside;
  }
}

function texOf(node: Element): string {
  for (const child of node.children) {
    if (child.type !== 'element') continue;
    if (child.tagName === 'annotation') return toString(child);
    const found = texOf(child);
    if (found) return found;
  }
  return '';
}
