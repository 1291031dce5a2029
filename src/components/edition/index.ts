import type { EditionComponent } from '../../book/edition-components.ts';
import Chart from './Chart.astro';
import Cite from './Cite.astro';
import Correction from './Correction.astro';
import Data from './Data.astro';
import Equation from './Equation.astro';
import Erratum from './Erratum.astro';
import Figure from './Figure.astro';
import Lab from './Lab.astro';
import Lemma from './Lemma.astro';
import Listing from './Listing.astro';
import Note from './Note.astro';
import Pair from './Pair.astro';
import Plot from './Plot.astro';
import Question from './Question.astro';
import Ref from './Ref.astro';
import Run from './Run.astro';
import See from './See.astro';
import Supplement from './Supplement.astro';
import Table from './Table.astro';
import Value from './Value.astro';

/** What `<Content components={…} />` is given: every component that a chapter may use. */
export const components = {
  Chart,
  Cite,
  Correction,
  Data,
  Equation,
  Erratum,
  Figure,
  Lab,
  Lemma,
  Listing,
  Note,
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
