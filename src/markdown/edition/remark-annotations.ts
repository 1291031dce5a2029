import type { Root } from 'mdast';
import { toString } from 'mdast-util-to-string';
import type { Node } from 'unist';
import { visitParents } from 'unist-util-visit-parents';
import type { VFile } from 'vfile';
import { frontmatterOf } from '../frontmatter.ts';
import { hanNumeral } from '../../build/han-numeral.ts';
import { isJsx, readAttribute, writeAttribute, type JsxElement } from '../jsx.ts';
import { nearest } from '../../build/nearest.ts';
import { reportProblem } from '../../build/problem.ts';

/** Longest verdict, in characters: it must be readable alone, in a margin. */
const longestVerdict = 40;

export interface AnnotationOptions {
  /** The kinds of annotations by the names of their components: does one say what should stand there instead? */
  annotations: ReadonlyMap<string, { corrects: boolean }>;
}

interface Section {
  id: string;
  title: string;
}

/**
 * Numbers the annotations of a chapter in the order of their references, and ties the two together.
 *
 *     …副教授<Ref to="phd" />…        →   <Ref to="phd" numeral="一" kind="Erratum" first="" />
 *     <Lemma for="x">两层</Lemma>     →   <Lemma for="x" numeral="二" kind="Erratum" correction="单层" first="" />
 *     <Erratum id="phd" …>            →   <Erratum id="phd" … kind="Erratum" numeral="一" />
 *
 * An erratum whose lemma is not given takes it from the text that its `<Lemma>` wraps. What was found goes to
 * the page, for the table of all errata:
 *
 *     frontmatter.annotations   →   [{ id, kind, numeral, verdict, lemma, correction, section: { id, title } }]
 *
 * Order: after remark-refuse-code and remark-section-ids; before the tree becomes HTML, since references stand
 * inside of paragraphs.
 */
export function remarkAnnotations({ annotations }: AnnotationOptions) {
  const corrects = (note: JsxElement): boolean => annotations.get(note.name ?? '')?.corrects ?? false;
  return (tree: Root, file: VFile): void => {
    const notes = new Map<string, JsxElement>();
    const sections = new Map<string, Section>();
    const references: JsxElement[] = [];
    let section: Section | undefined;
    const ofSupplement = new Map<Node, Section>();
    visitParents(tree, (node, ancestors) => {
      const supplement = ancestors.find(isSupplement);
      if (node.type === 'heading') {
        const id = node.data?.hProperties?.['id'];
        const here = typeof id === 'string' ? { id, title: toString(node) } : undefined;
        if (here && supplement) ofSupplement.set(supplement, here);
        else if (here) section = here;
      }
      if (!isJsx(node)) return;
      if (node.name === 'Ref' || node.name === 'Lemma') references.push(node);
      if (!annotations.has(node.name ?? '')) return;
      writeAttribute(node, 'kind', node.name ?? '');
      const id = readAttribute(node, 'id');
      if (id) notes.set(id, node);
      const here = (supplement && ofSupplement.get(supplement)) ?? section;
      if (id && here) sections.set(id, here);
      checkVerdict(node, file);
    });

    const numerals = new Map<string, string>();
    const lemmata = new Map<string, string>();
    for (const reference of references) {
      const id = readAttribute(reference, reference.name === 'Ref' ? 'to' : 'for') ?? '';
      const note = notes.get(id);
      if (!note) {
        reportProblem(file, {
          rule: 'reference-to-unknown-note',
          reason: `<${reference.name}> points to the note "${id}", which this chapter does not have.`,
          remedy: `Put <${[...annotations.keys()].join(` id="${id}" …> or <`)} id="${id}" …> after the paragraph, or correct the name.`,
          place: reference,
          candidates: nearest(id, notes.keys()),
        });
        continue;
      }
      if (!numerals.has(id)) {
        numerals.set(id, hanNumeral(numerals.size + 1));
        writeAttribute(reference, 'first', '');
      }
      writeAttribute(reference, 'numeral', numerals.get(id) ?? '');
      writeAttribute(reference, 'kind', note.name ?? '');
      if (reference.name !== 'Lemma') continue;
      if (!lemmata.has(id)) lemmata.set(id, toString(reference));
      if (corrects(note)) tieLemma(reference, note, file);
    }

    for (const [id, note] of notes) {
      const numeral = numerals.get(id);
      if (numeral) {
        writeAttribute(note, 'numeral', numeral);
      } else {
        reportProblem(file, {
          rule: 'note-without-reference',
          reason: `Nothing in the text refers to the note "${id}".`,
          remedy: `Put <Ref to="${id}" /> or <Lemma for="${id}">…</Lemma> into the text before it.`,
          place: note,
        });
      }
      if (corrects(note) && !readAttribute(note, 'lemma')) {
        reportProblem(file, {
          rule: 'erratum-without-lemma',
          reason: `The erratum "${id}" does not say which words it corrects.`,
          remedy: `Wrap them: <Lemma for="${id}">…</Lemma>, or give lemma="…" when a formula or listing is meant.`,
          place: note,
        });
      }
    }

    frontmatterOf(file)['annotations'] = [...numerals].map(([id, numeral]) => {
      const note = notes.get(id) as JsxElement;
      return {
        id,
        kind: note.name,
        numeral,
        verdict: readAttribute(note, 'verdict') ?? '',
        lemma: readAttribute(note, 'lemma') ?? lemmata.get(id),
        correction: readAttribute(note, 'correction'),
        section: sections.get(id),
      };
    });
  };
}

/** The sections of a supplement are the editors': a note in it stands under them, one after it under the article's. */
function isSupplement(node: Node): boolean {
  return isJsx(node) && node.name === 'Supplement';
}

/** Gives the erratum its lemma from the wrapped words, and the wrapped words their correction. */
function tieLemma(reference: JsxElement, erratum: JsxElement, file: VFile): void {
  const wrapped = toString(reference);
  const lemma = readAttribute(erratum, 'lemma');
  if (!lemma) writeAttribute(erratum, 'lemma', wrapped);
  else if (lemma !== wrapped) {
    reportProblem(file, {
      rule: 'lemma-differs',
      reason: `The erratum's lemma is "${lemma}", but the text wraps "${wrapped}".`,
      remedy: 'Leave the attribute lemma out: it is taken from the text.',
      place: erratum,
    });
  }
  writeAttribute(reference, 'correction', readAttribute(erratum, 'correction') ?? '');
}

function checkVerdict(note: JsxElement, file: VFile): void {
  const length = [...(readAttribute(note, 'verdict') ?? '')].length;
  if (length <= longestVerdict) return;
  reportProblem(file, {
    rule: 'verdict-too-long',
    reason: `The verdict of this note has ${length} characters, more than ${longestVerdict}.`,
    remedy: 'Say the result in one short sentence; reasons and sources go between the tags.',
    place: note,
  });
}
