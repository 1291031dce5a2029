import type { Root } from 'hast';
import { SKIP, visit } from '../../build/visit.ts';
import { annotationKinds } from '../../book/annotation-kinds.ts';

/** What a reader may want to know of a text before reading it. */
export interface Count {
  /** Characters of the article: each Han character, and each word or number in other letters. */
  characters: number;
  /** The same of all that is shown: article, notes, code. */
  shown: number;
  errata: number;
  notes: number;
  supplements: number;
}

/** Characters that are read in a minute. */
const pace = 400;

/**
 * Counts what a chapter holds, in the tree that its readers get. Marks, formulas and diagrams are not counted
 * as characters, nor is code as characters of the article.
 */
export function countContent(tree: Root): Count {
  const count: Count = { characters: 0, shown: 0, errata: 0, notes: 0, supplements: 0 };
  visit(tree, (node) => {
    if (node.type === 'text') count.shown += charactersOf(node.value);
    if (node.type !== 'element') return;
    const classes = classesOf(node.properties);
    if (classes.includes('supplement')) count.supplements++;
    if (classes.includes('note')) {
      if (classes.includes(annotationKinds.Erratum.pigment)) count.errata++;
      else count.notes++;
    }
    return ['svg', 'script'].includes(node.tagName) || classes.includes('katex') ? SKIP : undefined;
  });
  visit(tree, (node) => {
    if (node.type === 'text') count.characters += charactersOf(node.value);
    if (node.type !== 'element') return;
    const uncounted = ['pre', 'svg'].includes(node.tagName) || classesOf(node.properties).includes('katex');
    return uncounted || node.properties['dataLayer'] === 'editorial' ? SKIP : undefined;
  });
  return count;
}

/** The same of a title of the article's. */
export function countTitle(title: string): Count {
  const characters = charactersOf(title);
  return { characters, shown: characters, errata: 0, notes: 0, supplements: 0 };
}

/** What several texts hold together. */
export function sumCounts(counts: readonly Count[]): Count {
  const sum = (of: keyof Count): number => counts.reduce((total, count) => total + count[of], 0);
  return {
    characters: sum('characters'),
    shown: sum('shown'),
    errata: sum('errata'),
    notes: sum('notes'),
    supplements: sum('supplements'),
  };
}

/**
 * Says a count in phrases: 正文 312 字，连注约读 2 分钟; 勘误 2 条，校注 1 条. What there is none of is not said, and
 * where the article says nothing the editors say so.
 */
export function sayCount(count: Count): string[] {
  const apparatus = sayApparatus(count);
  const time = `约读 ${minutesOf(count)} 分钟`;
  if (!hasArticle(count)) return [`全章为编者所加，${time}`, apparatus].filter(Boolean);
  return [`正文 ${count.characters} 字，${apparatus ? '连注' : ''}${time}`, apparatus].filter(Boolean);
}

/** Is any of it the article's? Else there is but one reading of it. */
export function hasArticle({ characters }: Count): boolean {
  return characters > 0;
}

/** 勘误 2 条，校注 1 条; '' where there are none. */
export function sayApparatus({ errata, notes, supplements }: Count): string {
  const said = [
    [annotationKinds.Erratum.word, errata],
    [annotationKinds.Note.word, notes],
    ['补充', supplements],
  ] as const;
  return said
    .filter(([, number]) => number)
    .map(([word, number]) => `${word} ${number} 条`)
    .join('，');
}

/** How long reading all of it takes, in begun minutes. */
export function minutesOf({ shown }: Count): number {
  return Math.max(1, Math.ceil(shown / pace));
}

function classesOf({ className }: { className?: unknown }): unknown[] {
  return Array.isArray(className) ? className : [];
}

function charactersOf(text: string): number {
  return text.match(/\p{Script=Han}|[a-z0-9]+(?:[.'’-][a-z0-9]+)*/giu)?.length ?? 0;
}
