import type { Root } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import { SKIP, visit } from 'unist-util-visit';
import { annotationKinds } from '../book/annotation-kinds.ts';

/** What a reader may want to know of a text before reading it. */
export interface Count {
  /** Characters of the article: each Han character, and each word or number in other letters. */
  characters: number;
  errata: number;
  notes: number;
  supplements: number;
}

/**
 * Counts what a chapter holds, in the HTML that its readers get. Marks, formulas, diagrams and code are not
 * counted as characters.
 *
 * @param html one chapter or several
 */
export function countContent(html: string): Count {
  const count: Count = { characters: 0, errata: 0, notes: 0, supplements: 0 };
  visit(fromHtml(html, { fragment: true }) as Root, (node) => {
    if (node.type === 'text') count.characters += charactersOf(node.value);
    if (node.type !== 'element') return;
    const { className, dataLayer } = node.properties;
    const classes = Array.isArray(className) ? className : [];
    if (classes.includes('supplement')) count.supplements++;
    if (classes.includes('note')) {
      if (classes.includes(annotationKinds.Erratum.pigment)) count.errata++;
      else count.notes++;
    }
    const uncounted = ['pre', 'svg'].includes(node.tagName) || classes.includes('katex');
    return uncounted || dataLayer === 'editorial' ? SKIP : undefined;
  });
  return count;
}

/**
 * Says a count in phrases: 正文 312 字; 勘误 2 条，校注 1 条. What there is none of is not said.
 */
export function sayCount({ characters, errata, notes, supplements }: Count): string[] {
  const said = [
    [annotationKinds.Erratum.word, errata],
    [annotationKinds.Note.word, notes],
    ['补充', supplements],
  ] as const;
  const apparatus = said.filter(([, number]) => number).map(([word, number]) => `${word} ${number} 条`);
  return [`正文 ${characters} 字`, apparatus.join('，')].filter(Boolean);
}

function charactersOf(text: string): number {
  return text.match(/\p{Script=Han}|[a-z0-9]+(?:[.'’-][a-z0-9]+)*/giu)?.length ?? 0;
}
