/** The kinds of notes: the word that names each, the pigment that paints it, its name in addresses. */
export const annotationKinds = {
  Note: { word: '校注', pigment: 'qing', id: 'notes' },
  Erratum: { word: '勘误', pigment: 'zhu', id: 'errata' },
} as const;

export type AnnotationKind = keyof typeof annotationKinds;

/** Id of a note's row in the table of all errata. */
export function rowOf(note: string): string {
  return `row-${note}`;
}
