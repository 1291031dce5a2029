import type { Container, Rule } from 'postcss';

/** The selector of a rule that may stand in another: `&` is the other's. */
export function absoluteSelector(rule: Rule): string {
  for (let at: Container['parent'] = rule.parent; at; at = at.parent) {
    if (at.type !== 'rule') continue;
    const outer = `:is(${absoluteSelector(at as Rule)})`;
    return rule.selectors
      .map((inner) => (inner.includes('&') ? inner.replaceAll('&', outer) : `${outer} ${inner}`))
      .join(',');
  }
  return rule.selector;
}
