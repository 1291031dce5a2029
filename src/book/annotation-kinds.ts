/** What a kind of annotation is called, looks like and may say. */
interface Kind {
  /** The word that names it. */
  word: string;
  /** Name of its colour: a class and a token of `layouts/styles/tokens.css`. */
  pigment: string;
  /** Its name in addresses: `/errata/#all-notes`. */
  id: string;
  /** What the table of all annotations calls the article's words that it is about. */
  lemmaHeading: string;
  /** Attributes that an author must write. A kind with a `correction` says what should stand there instead. */
  required: readonly string[];
  /** Attributes that an author may write. */
  optional: readonly string[];
}

/**
 * The kinds of annotations by the names of their components, in the order in which lists have them. A new one is an entry
 * here, and a colour in `layouts/styles/tokens.css`.
 */
export const annotationKinds = {
  /** 勘误: the article is wrong. */
  Erratum: {
    word: '勘误',
    pigment: 'zhu',
    id: 'errata',
    lemmaHeading: '原作',
    required: ['id', 'verdict', 'correction'],
    optional: ['lemma', 'folded'],
  },
  /** 校注: explains, dates, sources, disputes. */
  Note: {
    word: '校注',
    pigment: 'qing',
    id: 'notes',
    lemmaHeading: '所注',
    required: ['id', 'verdict'],
    optional: ['folded'],
  },
} as const satisfies Record<string, Kind>;

export type AnnotationKind = keyof typeof annotationKinds;

/** The kinds in the order in which lists have them. */
export const annotationKindNames = Object.keys(annotationKinds) as AnnotationKind[];

export function isAnnotationKind(name: string | null | undefined): name is AnnotationKind {
  return typeof name === 'string' && Object.hasOwn(annotationKinds, name);
}

/** Does an annotation of this kind say what should stand there instead? */
export function isCorrecting(kind: AnnotationKind): boolean {
  const { required }: Kind = annotationKinds[kind];
  return required.includes('correction');
}

/** Id of an annotation's row in the table of all annotations. */
export function rowOf(annotation: string): string {
  return `row-${annotation}`;
}
