import type { UnifiedProcessorOptions } from '@astrojs/markdown-remark';
import rehypeKatex from 'rehype-katex';
import remarkCjkFriendly from 'remark-cjk-friendly';
import remarkCjkFriendlyStrikethrough from 'remark-cjk-friendly-gfm-strikethrough';
import remarkGfm from 'remark-gfm';
import remarkMath from 'remark-math';
import { rehypeTargets, type TargetsOptions } from './links/rehype-targets.ts';
import { remarkPictureAddresses } from './links/remark-picture-addresses.ts';
import { remarkBareAddresses } from './links/remark-bare-addresses.ts';
import { rehypeBasePath } from './links/rehype-base-path.ts';
import { rehypeDiagrams } from './code/rehype-diagrams.ts';
import { rehypeCloseUp } from './typography/rehype-close-up.ts';
import { rehypeEnglishPhrases } from './typography/rehype-english-phrases.ts';
import { rehypeKeepTogether } from './typography/rehype-keep-together.ts';
import { rehypeTitleWords } from './typography/rehype-title-words.ts';
import { rehypeEquations } from './maths/rehype-equations.ts';
import { rehypeFormulaClasses } from './maths/rehype-formula-classes.ts';
import { rehypeFormulaProblems } from './maths/rehype-formula-problems.ts';
import { rehypeFormulaWidths } from './maths/rehype-formula-widths.ts';
import { rehypeGlossaryLinks, type GlossaryLinkOptions } from './edition/rehype-glossary-links.ts';
import { rehypeLineBreaks } from './typography/rehype-line-breaks.ts';
import { rehypeListings } from './code/rehype-listings.ts';
import { rehypeLooseLines } from './typography/rehype-loose-lines.ts';
import { rehypeMarkedLines } from './code/rehype-marked-lines.ts';
import { rehypeQuestionTitles } from './edition/rehype-question-titles.ts';
import { rehypeScrollingTables } from './tables/rehype-scrolling-tables.ts';
import { rehypeSectionNumbers } from './edition/rehype-section-numbers.ts';
import { rehypeShowSource } from './syntax/rehype-show-source.ts';
import { rehypeStaticStyles } from './rehype-static-styles.ts';
import { rehypeTableCells } from './tables/rehype-table-cells.ts';
import { remarkAnnotations, type AnnotationOptions } from './edition/remark-annotations.ts';
import { remarkCitations } from './edition/remark-citations.ts';
import { remarkHideSource } from './syntax/remark-hide-source.ts';
import { remarkJoinHanLines } from './syntax/remark-join-han-lines.ts';
import { remarkNumbering } from './edition/remark-numbering.ts';
import { remarkChapterTitle } from './edition/remark-chapter-title.ts';
import { remarkEditionRanges } from './edition/remark-edition-ranges.ts';
import { remarkFootnotes } from './edition/remark-footnotes.ts';
import { remarkSic, type SicOptions } from './edition/remark-sic.ts';
import { rehypeFootnotes } from './edition/rehype-footnotes.ts';
import { remarkFenceLanguages } from './code/remark-fence-languages.ts';
import { remarkEditionSyntax } from './syntax/remark-edition-syntax.ts';
import { remarkHtmlPictures } from './syntax/remark-html-pictures.ts';
import { remarkHtml } from './syntax/remark-html.ts';
import { remarkTextAttributes } from './syntax/remark-text-attributes.ts';
import { remarkSectionIds } from './edition/remark-section-ids.ts';
import { remarkDisplayMaths } from './maths/remark-display-maths.ts';
import { remarkMoney } from './maths/remark-money.ts';
import { remarkOperators } from './syntax/remark-operators.ts';
import { remarkUnreadMarks } from './syntax/remark-unread-marks.ts';
import { remarkFenceWords } from './code/remark-fence-words.ts';
import { remarkTableRows } from './tables/remark-table-rows.ts';
import { remarkUnclosedBlocks } from './syntax/remark-unclosed-blocks.ts';

export interface PipelineOptions {
  /** Path that the site stands under, with a slash at both ends. */
  base: string;
  /** Terms of the glossary, which the editors' words link to. */
  terms?: GlossaryLinkOptions['terms'];
  /** The annotations by name. */
  annotations: AnnotationOptions['annotations'];
  /** The components by name: whose words stand in them? */
  layers: ReadonlyMap<string, 'article' | 'editorial'>;
  /** Names of the components whose blocks are the editors' words. */
  editorial: readonly string[];
  faultsOf: SicOptions['faultsOf'];
  targetsOf: TargetsOptions['targetsOf'];
  /** Sees the tree when all is done but its addresses, which are still root-relative: the proofreading reads it. */
  inspect: NonNullable<UnifiedProcessorOptions['rehypePlugins']>[number];
}

/**
 * The way of a chapter from text to tree, in order. Astro puts its own handling of images, headings and
 * static parts behind it.
 *
 * @returns options for `unified()` of @astrojs/markdown-remark
 */
export function pipeline({
  base,
  terms = [],
  annotations,
  layers,
  editorial,
  faultsOf,
  targetsOf,
  inspect,
}: PipelineOptions): UnifiedProcessorOptions {
  const components = [...layers.keys()];
  return {
    gfm: false, // as Astro puts it in, a single tilde would strike out: 3~5元，10~20元
    smartypants: false, // it would turn “ ” and …… into what Latin texts use
    remarkPlugins: [
      // Syntax: Markdown, and the edition's tags.
      [remarkEditionSyntax, { components }],
      [remarkGfm, { singleTilde: false }],
      remarkBareAddresses,
      remarkMath,
      remarkDisplayMaths,
      remarkMoney,
      // CommonMark's emphasis fails beside Chinese punctuation: **“强调”**后文.
      remarkCjkFriendly,
      remarkOperators,
      [remarkCjkFriendlyStrikethrough, { singleTilde: false }],
      // What is the edition's, before anything is changed; then the faults of the article that are known.
      [remarkEditionRanges, { layers }],
      remarkHtmlPictures,
      [remarkSic, { faultsOf }],
      // What an author may write.
      remarkTextAttributes,
      remarkUnreadMarks,
      [remarkHtml, { components }],
      remarkPictureAddresses,
      remarkUnclosedBlocks,
      remarkFenceWords,
      remarkTableRows,
      remarkFootnotes,
      remarkFenceLanguages,
      // The edition.
      remarkChapterTitle,
      remarkSectionIds,
      remarkJoinHanLines,
      [remarkAnnotations, { annotations }],
      remarkCitations,
      remarkNumbering,
      // Last: rehype-raw, which Astro puts in between, must not look at the source for every component.
      remarkHideSource,
    ],
    remarkRehype: {
      footnoteLabel: '脚注',
      footnoteBackLabel: (index: number) => `回到正文（脚注 ${index + 1}）`,
    },
    rehypePlugins: [
      rehypeShowSource,
      rehypeFootnotes,
      [rehypeTargets, { layers, targetsOf }],
      // Formulas: box, typeset, complain exactly, remember what they need of style sheet and fonts.
      rehypeEquations,
      [rehypeKatex, { strict: 'error', trust: false, output: 'htmlAndMathml' }],
      rehypeFormulaProblems,
      rehypeFormulaClasses,
      rehypeFormulaWidths,
      // Fences.
      rehypeListings,
      rehypeMarkedLines,
      rehypeDiagrams,
      // Tables.
      rehypeTableCells,
      rehypeScrollingTables,
      // Addresses.
      rehypeSectionNumbers,
      // Chinese setting: what browsers do not do by themselves.
      rehypeTitleWords,
      rehypeQuestionTitles,
      rehypeKeepTogether,
      [rehypeCloseUp, { editorial }],
      [rehypeLineBreaks, { editorial }],
      // Terms, before English phrases are taken apart; then all addresses are there.
      [rehypeGlossaryLinks, { terms, editorial }],
      rehypeEnglishPhrases,
      [rehypeLooseLines, { annotations }],
      // Nothing may add an inline style after this.
      rehypeStaticStyles,
      inspect,
      [rehypeBasePath, { base }],
    ],
  };
}
