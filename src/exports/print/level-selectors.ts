import postcss from 'postcss';

/**
 * Makes rules for titles mean the level that a title has on its own page, whatever its level on this one.
 *
 *     .supplement-title + h2 { … }   →   .supplement-title + .level-2 { … }
 *
 * A class counts more than a name, so the rules for titles win more often than before: they are the last word
 * on a title's look in any case.
 */
export function levelSelectors(css: string): string {
  const sheet = postcss.parse(css);
  sheet.walkRules((rule) => {
    rule.selector = rule.selector.replace(/(?<![\w.#:-])h([1-6])(?![\w-])/g, '.level-$1');
  });
  return sheet.toString();
}
