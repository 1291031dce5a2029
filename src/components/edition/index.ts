import { annotationKindNames, type AnnotationKind } from '../../book/annotation-kinds.ts';
import type { EditionComponent } from '../../book/edition-components.ts';
import Annotation from './Annotation.astro';
import Chart from './Chart.astro';
import Cite from './Cite.astro';
import Correction from './Correction.astro';
import Data from './Data.astro';
import Equation from './Equation.astro';
import Figure from './Figure.astro';
import Lab from './Lab.astro';
import Lemma from './Lemma.astro';
import Listing from './Listing.astro';
import Pair from './Pair.astro';
import Plot from './Plot.astro';
import Question from './Question.astro';
import Ref from './Ref.astro';
import Run from './Run.astro';
import See from './See.astro';
import Supplement from './Supplement.astro';
import Table from './Table.astro';
import Value from './Value.astro';

/** One for all kinds: remark-annotations tells it which it is. */
const annotations = Object.fromEntries(annotationKindNames.map((kind) => [kind, Annotation])) as Record<
  AnnotationKind,
  typeof Annotation
>;

/** What `<Content components={…} />` is given: every component that a chapter may use. */
export const components = {
  ...annotations,
  Chart,
  Cite,
  Correction,
  Data,
  Equation,
  Figure,
  Lab,
  Lemma,
  Listing,
  Pair,
  Plot,
  Question,
  Ref,
  Run,
  See,
  Supplement,
  Table,
  Value,
} satisfies Record<EditionComponent, unknown>;
