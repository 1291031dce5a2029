import {
  annotationKindNames,
  annotationKinds,
  isCorrecting,
  type AnnotationKind,
} from './annotation-kinds.ts';

/** What a component of the edition is to the text, and which attributes it takes. */
interface Declaration {
  /**
   * Whose words stand inside: `editorial` ones belong to the editors; `article` ones only dress words that
   * stay the article's.
   */
  layer: 'editorial' | 'article';
  /** Attributes that an author must write. */
  required: readonly string[];
  /** Attributes that an author may write. */
  optional: readonly string[];
  /** Attributes that the pipeline sets (see remark-annotations); an author never does. */
  given: readonly string[];
}

/** The annotations: 校注, 勘误. */
const annotations = Object.fromEntries(
  annotationKindNames.map((kind) => {
    const { required, optional } = annotationKinds[kind];
    return [kind, { layer: 'editorial', required, optional, given: ['kind', 'numeral'] }];
  }),
) as unknown as Record<AnnotationKind, Declaration>;

/** The components that a chapter may use, without import. */
export const editionComponents = {
  ...annotations,
  /** 补充: what the article lacks, as a block of the text. */
  Supplement: { layer: 'editorial', required: [], optional: ['id', 'title'], given: [] },
  /** Points from the text to a note. */
  Ref: { layer: 'editorial', required: ['to'], optional: [], given: ['numeral', 'kind', 'first'] },
  /** Points to entries of the references: `keys="a b"`. */
  Cite: { layer: 'editorial', required: ['keys'], optional: [], given: ['id'] },
  /** Wraps the words that a note is about. */
  Lemma: {
    layer: 'article',
    required: ['for'],
    optional: [],
    given: ['numeral', 'kind', 'first', 'correction'],
  },
  /** Gives a diagram its id, caption and description; the diagram is the article's, or stands in a Supplement. */
  Figure: {
    layer: 'article',
    required: ['id', 'title', 'description'],
    optional: [],
    given: ['number', 'label'],
  },
  /** A figure drawn from a table of `content/data/`, with that table and its file below: `of="filings"`. */
  Chart: {
    layer: 'editorial',
    required: ['of', 'id', 'title', 'description'],
    optional: [],
    given: ['number', 'label'],
  },
  /** A table of `content/data/` as it is, with its file below: `of="usage"`. */
  Data: { layer: 'editorial', required: ['of', 'id', 'title'], optional: [], given: ['number', 'label'] },
  /** A number taken from the data: `of="filings 2026-06-30 filed"`. */
  Value: { layer: 'editorial', required: ['of'], optional: [], given: [] },
  /** A figure drawn from what the lab ran, with its numbers below: `of="readings"`. */
  Plot: {
    layer: 'editorial',
    required: ['of', 'id', 'title', 'description'],
    optional: [],
    given: ['number', 'label'],
  },
  /** Something to try out, loaded when it is opened; what stands inside is there without scripts. */
  Lab: { layer: 'editorial', required: ['of', 'id', 'title'], optional: [], given: [] },
  /** A number that the lab computes: `of="theory floor" as="0.00"`. */
  Run: { layer: 'editorial', required: ['of'], optional: ['as'], given: [] },
  /** Gives a display formula its number and id. */
  Equation: { layer: 'article', required: ['id'], optional: [], given: ['number', 'label'] },
  /** Gives a table its number, id and caption. */
  Table: { layer: 'article', required: ['id', 'title'], optional: [], given: ['number', 'label'] },
  /** Gives code its number, id and caption; `mark` names lines that a note speaks of. */
  Listing: {
    layer: 'article',
    required: ['id', 'title'],
    optional: ['mark'],
    given: ['number', 'label', 'language'],
  },
  /** Points to an equation, figure, table or listing of the chapter, by its number. */
  See: { layer: 'editorial', required: ['to'], optional: [], given: ['label'] },
  /** Sets what the article has and what it should have side by side: first the article's, then a Correction. */
  Pair: { layer: 'article', required: [], optional: [], given: [] },
  /** The right reading, in a Pair. */
  Correction: { layer: 'editorial', required: [], optional: [], given: [] },
  /** A question with its answer, to be opened; its title comes first, as a heading. */
  Question: { layer: 'article', required: [], optional: ['open'], given: ['to', 'number'] },
} as const satisfies Record<string, Declaration>;

export type EditionComponent = keyof typeof editionComponents;

/** What the pipeline of Markdown has to know of the components (see markdown/pipeline.ts). */
export const editionOptions = {
  /** The annotations by name: does one say what should stand there instead? */
  annotations: new Map<string, { corrects: boolean }>(
    annotationKindNames.map((kind) => [kind, { corrects: isCorrecting(kind) }]),
  ),
  /** The components by name: whose words stand in them? */
  layers: new Map<string, Declaration['layer']>(
    Object.entries(editionComponents).map(([name, { layer }]) => [name, layer]),
  ),
  /** Components whose blocks are the editors' words. */
  editorial: [...annotationKindNames, 'Supplement', 'Correction'] satisfies EditionComponent[],
};

/** What is declared of a component; undefined when there is none of this name. */
export function declarationOf(name: string): Declaration | undefined {
  return Object.hasOwn(editionComponents, name) ? editionComponents[name as EditionComponent] : undefined;
}
