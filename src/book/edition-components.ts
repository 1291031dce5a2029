/**
 * The components that a chapter may use, without import. `layer` says whose words stand inside: `editorial`
 * ones belong to the editors; `article` ones only dress words that stay the article's.
 */
export const editionComponents = {
  /** 校注: explains, dates, sources, disputes. */
  Note: { layer: 'editorial', required: ['id', 'verdict'], optional: [] },
  /** 勘误: the article is wrong. */
  Erratum: { layer: 'editorial', required: ['id', 'verdict', 'correction'], optional: ['lemma'] },
  /** 补充: what the article lacks, as a block of the text. */
  Supplement: { layer: 'editorial', required: [], optional: ['id', 'title'] },
  /** Points from the text to a note. */
  Ref: { layer: 'editorial', required: ['to'], optional: [] },
  /** Points to entries of the references: `keys="a b"`. */
  Cite: { layer: 'editorial', required: ['keys'], optional: [] },
  /** Wraps the words that a note is about. */
  Lemma: { layer: 'article', required: ['for'], optional: [] },
  /** Gives a diagram or picture its id, caption and description; what it wraps is the article's, or stands in a Supplement. */
  Figure: { layer: 'article', required: ['id', 'title', 'description'], optional: [] },
} as const satisfies Record<
  string,
  { layer: 'editorial' | 'article'; required: string[]; optional: string[] }
>;

export type EditionComponent = keyof typeof editionComponents;

/** Is there a component of this name? */
export function isEditionComponent(name: string): name is EditionComponent {
  return Object.hasOwn(editionComponents, name);
}
