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

/** The components that a chapter may use, without import. */
export const editionComponents = {
  /** 校注: explains, dates, sources, disputes. */
  Note: { layer: 'editorial', required: ['id', 'verdict'], optional: [], given: ['numeral'] },
  /** 勘误: the article is wrong. */
  Erratum: {
    layer: 'editorial',
    required: ['id', 'verdict', 'correction'],
    optional: ['lemma'],
    given: ['numeral'],
  },
  /** 补充: what the article lacks, as a block of the text. */
  Supplement: { layer: 'editorial', required: [], optional: ['id', 'title'], given: [] },
  /** Points from the text to a note. */
  Ref: { layer: 'editorial', required: ['to'], optional: [], given: ['numeral', 'kind', 'first'] },
  /** Points to entries of the references: `keys="a b"`. */
  Cite: { layer: 'editorial', required: ['keys'], optional: [], given: [] },
  /** Wraps the words that a note is about. */
  Lemma: {
    layer: 'article',
    required: ['for'],
    optional: [],
    given: ['numeral', 'kind', 'first', 'correction'],
  },
  /** Gives a diagram its id, caption and description; the diagram is the article's, or stands in a Supplement. */
  Figure: { layer: 'article', required: ['id', 'title', 'description'], optional: [], given: [] },
} as const satisfies Record<string, Declaration>;

export type EditionComponent = keyof typeof editionComponents;

/** What is declared of a component; undefined when there is none of this name. */
export function declarationOf(name: string): Declaration | undefined {
  return Object.hasOwn(editionComponents, name) ? editionComponents[name as EditionComponent] : undefined;
}
