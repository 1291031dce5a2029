/** The kinds of notes: the word that names each, and the pigment that paints it. */
export const annotationKinds = {
  Note: { word: '校注', pigment: 'qing' },
  Erratum: { word: '勘误', pigment: 'zhu' },
} as const;

export type AnnotationKind = keyof typeof annotationKinds;
