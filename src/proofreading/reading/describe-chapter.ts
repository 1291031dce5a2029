import type { Nodes, Root } from 'hast';
import { isAnnotationKind } from '../../book/annotation-kinds.ts';
import { declarationOf } from '../../book/edition-components.ts';
import type { FoundCitation } from '../../book/citations.ts';
import { countCharacters, emptyCount } from '../../book/count.ts';
import type { Annotation, Chapter, Count, Section } from '../../book/model.ts';
import { SKIP, visit } from '../../build/visit.ts';
import { isJsx, readAttribute, type JsxElement } from '../../markdown/jsx.ts';
import { textWithFormulas } from '../../build/formula-text.ts';

/** What a chapter's text says for the model of the book; what depends on other chapters is not yet known. */
export interface ChapterDescription extends Pick<Chapter, 'sections' | 'exhibits' | 'questions' | 'count'> {
  annotations: Omit<Annotation, 'address' | 'row'>[];
  citations: FoundCitation[];
}

/**
 * Describes a compiled chapter.
 *
 * @param tree see Compiled; nothing where the text could not be parsed
 * @param frontmatter what the plugins handed over
 */
export function describeChapter(
  tree: Root = { type: 'root', children: [] },
  frontmatter: Record<string, unknown>,
): ChapterDescription {
  const sections = listSections(tree);
  return {
    sections,
    annotations: (frontmatter['annotations'] ?? []) as ChapterDescription['annotations'],
    exhibits: (frontmatter['exhibits'] ?? []) as ChapterDescription['exhibits'],
    citations: (frontmatter['citations'] ?? []) as FoundCitation[],
    questions: listQuestions(tree, sections),
    count: countChapter(tree),
  };
}

function listSections(tree: Root): Section[] {
  const sections: Section[] = [];
  visit(tree, 'element', ({ tagName, properties, children }) => {
    const { id } = properties;
    if (!/^h[23]$/.test(tagName) || typeof id !== 'string') return;
    // KaTeX's MathML has signs that are not seen, such as that of a function's use.
    const text = textWithFormulas({ type: 'root', children }).replace(/[\u2061-\u2064]/g, '');
    const [, number, title = text] = /^(?:(\d+(?:\.\d+)*)\.?\s+|§)?(.*)$/.exec(text) ?? [];
    sections.push({ id, number, title, depth: Number(tagName[1]) });
  });
  return sections;
}

function listQuestions(tree: Root, sections: readonly Section[]): Chapter['questions'] {
  const ids = new Set<string>();
  visit(tree, (node) => {
    if (isJsx(node) && node.name === 'Question') ids.add(readAttribute(node, 'to') ?? '');
  });
  return sections.filter(({ id }) => ids.has(id)).map(({ id, number, title }) => ({ id, number, title }));
}

/** Attributes of components that are read on the page. */
const shown = ['numeral', 'verdict', 'lemma', 'correction', 'label', 'title'];

/**
 * Counts what a chapter holds. Marks, formulas and diagrams are not counted as characters, nor is code as characters of
 * the article. What a component draws or lists by itself, from data or from the lab, is not counted.
 */
function countChapter(tree: Root): Count {
  const count = emptyCount();
  visit(tree, (node) => {
    if (node.type === 'text') count.shown += countCharacters(node.value);
    if (isJsx(node)) countComponent(node, count);
    return isDrawn(node) ? SKIP : undefined;
  });
  visit(tree, (node) => {
    if (node.type === 'text') count.characters += countCharacters(node.value);
    const code = node.type === 'element' && node.tagName === 'pre';
    return code || isDrawn(node) || isEditorial(node) ? SKIP : undefined;
  });
  return count;
}

function countComponent(node: JsxElement, count: Count): void {
  if (isAnnotationKind(node.name)) count.annotations[node.name]++;
  if (node.name === 'Supplement') count.supplements++;
  for (const name of shown) count.shown += countCharacters(readAttribute(node, name) ?? '');
}

/** A formula or a diagram. */
function isDrawn(node: Nodes): boolean {
  if (node.type !== 'element') return false;
  const names = node.properties['className'];
  return node.tagName === 'svg' || (Array.isArray(names) && names.includes('katex'));
}

/** Is everything inside the editors'? */
function isEditorial(node: Nodes): boolean {
  if (isJsx(node)) return declarationOf(node.name ?? '')?.layer !== 'article';
  return node.type === 'element' && node.properties['dataLayer'] === 'editorial';
}
