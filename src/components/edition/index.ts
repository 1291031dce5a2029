import type { EditionComponent } from '../../book/edition-components.ts';
import Cite from './Cite.astro';
import Erratum from './Erratum.astro';
import Figure from './Figure.astro';
import Lemma from './Lemma.astro';
import Note from './Note.astro';
import Ref from './Ref.astro';
import Supplement from './Supplement.astro';

/** What `<Content components={…} />` is given: every component that a chapter may use. */
export const components = { Cite, Erratum, Figure, Lemma, Note, Ref, Supplement } satisfies Record<
  EditionComponent,
  unknown
>;
