import type {
  Code,
  Heading,
  Image,
  ImageReference,
  Nodes,
  Parents,
  PhrasingContent,
  Root,
  RootContent,
} from 'mdast';
import type { Point } from 'unist';
import type { VFile } from 'vfile';
import { chapterName } from '../frontmatter.ts';
import { readSectionId } from './section-id.ts';
import { visit } from '../../build/visit.ts';
import { describeFault, type Fault } from './faults.ts';

export interface SicOptions {
  /** Returns the faults of the article's own in a chapter, which were found when it was read before. */
  faultsOf: (file: string) => readonly Fault[];
}

/**
 * Shows the article's own faults as what the author wrote, and says so: 〔原文如此：…〕.
 *
 *     ```mermaid …```    →   its source as a listing, and the mark
 *     $\foo$             →   `$\foo$`, and the mark
 *     [甲](../b.md)      →   甲（../b.md）, and the mark
 *     ![图](//x/a.png)   →   图（//x/a.png）, and the mark
 *     # 题               →   a heading one level lower, and the mark
 *
 * Order: first of those that look at what the text says, so that none meets a fault again.
 */
export function remarkSic({ faultsOf }: SicOptions) {
  return (tree: Root, file: VFile): void => {
    const source = String(file.value);
    let titles = 0;
    const faults = new Map<Nodes, Fault>();
    for (const fault of faultsOf(file.path)) {
      const node = findFaulty(tree, fault);
      if (node) faults.set(node, fault);
    }
    if (!faults.size) return;
    visit(tree, (node, index, parent) => {
      const fault = faults.get(node as Nodes);
      if (!fault || index === undefined || !parent) return undefined;
      faults.delete(node as Nodes);
      const shown =
        node.type === 'heading'
          ? showTitle(node, `${chapterName(file.path)}-title${titles++ ? `-${titles}` : ''}`)
          : show(node as Nodes, fault.rule, source);
      (parent as Parents).children.splice(index, 1, ...(shown as never[]));
      return index + shown.length;
    });
  };
}

const block = /^(?:code|math|heading|footnoteDefinition|html)$/;
const inline = /^(?:inlineMath|link|linkReference|image|imageReference|html)$/;

/** The innermost node at the fault's place that can be shown as it was written. */
function findFaulty(tree: Root, { rule, line, column }: Fault): Nodes | undefined {
  let found: Nodes | undefined;
  visit(tree, (node) => {
    const { position, type } = node as Nodes;
    if (!position || !contains(position, { line, column })) return;
    if (!block.test(type) && !inline.test(type)) return;
    if (type === 'heading' && rule !== 'title-in-body') return;
    if (/^image/.test(type) !== rule.startsWith('image-')) return;
    found = node as Nodes;
  });
  return found;
}

function contains(
  { start, end }: { start: Point; end: Point },
  { line, column }: Pick<Fault, 'line' | 'column'>,
): boolean {
  const after = line > start.line || (line === start.line && column >= start.column);
  return after && (line < end.line || (line === end.line && column <= end.column));
}

function show(node: Nodes, rule: string, source: string): (RootContent | PhrasingContent)[] {
  const written = source.slice(node.position?.start.offset, node.position?.end.offset);
  const said = describeFault(rule) ?? '';
  const { position } = node;
  switch (node.type) {
    case 'code':
      if (/-without-description$/.test(rule)) return [describe(node)];
      return [{ ...node, lang: 'text', meta: null }, markBlock(said)];
    case 'math':
      return [
        {
          type: 'code',
          lang: 'text',
          value: written.includes('\n')
            ? `$$\n${node.value}${/\$\$\s*$/.test(written.slice(2)) ? '\n$$' : ''}`
            : written,
          position,
        },
        markBlock(said),
      ];
    case 'html':
      return /\n/.test(written)
        ? [{ type: 'code', lang: 'html', value: node.value, position }, markBlock(said)]
        : [
            { type: 'inlineCode', value: node.value, position },
            ...(node.value.startsWith('</') ? [] : [mark(said)]),
          ];
    case 'footnoteDefinition':
      return [
        {
          type: 'paragraph',
          children: [{ type: 'text', value: `[^${node.label ?? node.identifier}]:` }],
          position,
        },
        ...node.children,
        markBlock(said),
      ];
    case 'inlineMath':
      return [{ type: 'inlineCode', value: written, position }, mark(said)];
    case 'link':
      return [...node.children, { type: 'text', value: `（${node.url}）` }, mark(said)];
    case 'linkReference':
      return [...node.children, mark(said)];
    case 'image':
    case 'imageReference':
      if (/-without-description$/.test(rule)) return [{ ...node, alt: '原文所附的图，没有说明' }];
      return [picture(node), mark(said)];
    default:
      return [node as RootContent];
  }
}

/** A title of the whole page as a section of it. It needs no id of the editors'. */
function showTitle(heading: Heading, id: string): RootContent[] {
  const data = readSectionId(heading) ? heading.data : { ...heading.data, hProperties: { id } };
  return [
    { ...heading, depth: 2, ...(data ? { data } : {}) },
    markBlock(describeFault('title-in-body') ?? ''),
  ];
}

/** A diagram of which its author said nothing: rehype-diagrams describes it by what is in it. */
function describe(code: Code): Code {
  return { ...code, data: { ...code.data, hProperties: { dataDescription: '' } } };
}

/** What stands for a picture that the site does not have. */
function picture(node: Image | ImageReference): PhrasingContent {
  const address = 'url' in node ? `（${node.url}）` : '';
  return { type: 'text', value: `${node.alt ?? ''}${address}` };
}

/** The mark, within a line. */
function mark(said: string): PhrasingContent {
  return {
    type: 'emphasis',
    data: { hName: 'small', hProperties: { dataLayer: 'editorial', dataIs: 'sic' } },
    children: [{ type: 'text', value: `〔原文如此：${said}〕` }],
  };
}

/** The mark, on a line of its own. */
function markBlock(said: string): RootContent {
  return { type: 'paragraph', data: { hProperties: { dataLayer: 'editorial' } }, children: [mark(said)] };
}
