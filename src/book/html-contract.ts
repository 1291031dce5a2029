import type { Nodes } from 'hast';

/**
 * What is found again in the site's HTML. Components and plugins write these attributes; exports, previews, search and checks
 * ask for them by the selectors below. A class says how something looks, and may change; nothing is told by it.
 *
 * | attribute | says |
 * | --- | --- |
 * | `data-layer="editorial"` | the editors' words; all else is the article's |
 * | `data-note` | an annotation; its value is the kind (see annotation-kinds.ts) |
 * | `data-is` | what an element is: one of `Role` |
 * | `data-screen` | only a screen needs it: no book does. With the value `page`, only a page of its own |
 * | `data-mermaid` | a diagram, and its source, which exports take; pages are published without |
 * | `data-language` | code, and its language |
 * | `data-lab` | something that is loaded to be tried out |
 * | `data-align` | of a cell or a block: `left`, `center`, `right` |
 * | `data-size-of` | the build writes here how large a file of the site is |
 */
export type Role = (typeof roles)[number];

const roles = [
  // Of a page's opening.
  'opening',
  'kicker',
  'lead',
  'ornament',
  // What leads: to a section itself, to an equation itself, to a note, to sources, to a term, back to the text, to data.
  'number',
  'equation',
  'ref',
  'cite',
  'term',
  'back',
  'data',
  // Lists: of the cover's contents; of sources, with the address of each, why it is weak, and what cites it.
  'contents',
  'sources',
  'url',
  'weakness',
  'cited',
  // Of a supplement, its title; of a formula or code of the article's, the right one, and the words above both.
  'title',
  'correct',
  'reading',
  // Says that a fault is the article's own: 〔原文如此：…〕.
  'sic',
  // A drawing of data that is as wide as the text; there is a narrow one for phones.
  'wide',
] as const;

/** Selectors of what is found. Formulas are as KaTeX writes them, footnotes as mdast-util-to-hast does. */
export const contract = {
  ...(Object.fromEntries(roles.map((role) => [role, `[data-is=${role}]`])) as Record<Role, string>),
  editorial: '[data-layer=editorial]',
  note: '[data-note]',
  screen: '[data-screen]',
  page: '[data-screen=page]',
  diagram: '[data-mermaid]',
  lab: '[data-lab]',
  size: '[data-size-of]',
  formula: '.katex',
  displayed: '.katex-display',
  tex: 'annotation[encoding="application/x-tex"]',
  rowNumber: '.tag > .vlist-t > .vlist-r:first-child > .vlist > span',
  automaticNumber: '.eqn-num',
  numberCell: '.mml-eqn-num',
  tagCell: 'mtd[width] ~ mtd:last-child',
  glueCell: ':is(.mtr-glue, mtd[width])',
  footnotes: '[data-footnotes]',
  footnoteRef: 'a[data-footnote-ref]',
  footnoteBack: 'a[data-footnote-backref]',
} as const;

/** Has an element this role? */
export function hasRole(node: Nodes, role: Role): boolean {
  return node.type === 'element' && node.properties['dataIs'] === role;
}
