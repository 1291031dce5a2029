/**
 * What the search looks for in a page, in the build and in the browser: the one list of these selectors. What has an
 * attribute of src/book/html-contract.ts is found by that; the script that ships does not carry the whole contract.
 */

/**
 * What is no text to search, for the build and for the marking of hits: marks, controls, formulas, and corrections set
 * into the article, which would part its words. (They stand in their notes.)
 */
export const unread =
  'script, style, noscript, template, nav, fieldset, button, svg, .apparatus, .back, .cite, .cited, .correction, ' +
  '.katex, [data-is=kicker], .language, .meta, .narrow, .number, .ornament, .place, .ref, .unseen';

/** What is read otherwise than by its text. */
export const formula = '.katex';
/** 补充 is what every supplement is called; its title follows. */
export const supplementLabel = '[data-is=title]';
/** What opens a note's evidence, or a table below a figure; what an author writes there is read. */
export const evidenceLabel = 'summary[data-screen]';

/** A page that is not to be found, among them those that only lead to another. */
export const unlisted = 'meta[http-equiv=refresh], meta[name=robots][content*=noindex]';

/** What is found by itself, and not as a part of its section. */
export const note = '[data-note][id]';
export const term = '[id]:has(> dt:first-child)';
export const source = 'li[id]:has(> .number)';

/** 第四章, 4.2, 〔二〕, [12]. */
export const kicker = '[data-is=kicker]';
export const number = '.number';
/** The contents on the cover. */
export const contents = '#contents';
/** Of a term. */
export const alsoCalled = '.also';
export const english = '[lang=en]';
