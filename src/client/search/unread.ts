/**
 * What is no text to search, by name and by class, for the build and for the marking of hits: marks, controls,
 * formulas, and corrections set into the article, which would part its words. (They stand in their notes.)
 */
export const unread: { names: readonly string[]; classes: readonly string[] } = {
  names: ['script', 'style', 'noscript', 'template', 'nav', 'fieldset', 'button', 'svg'],
  classes: [
    'apparatus',
    'back',
    'cite',
    'cited',
    'correction',
    'katex',
    'kicker',
    'language',
    'meta',
    'narrow',
    'number',
    'ornament',
    'place',
    'ref',
    'unseen',
  ],
};
