import { formulaStyles } from './formula-styles.ts';

/**
 * The rules that the content of a page needs beyond the site's own: KaTeX's, and the classes that took the
 * place of inline styles.
 *
 * @param found what the pipeline handed over: `formulaClasses` (see rehype-formula-classes) and `styles`
 *   (see rehype-static-styles)
 * @returns CSS, '' when the content needs none
 */
export function contentStyles(found: Record<string, unknown>): string {
  const classes = (found['formulaClasses'] ?? []) as string[];
  const styles = (found['styles'] ?? {}) as Record<string, string>;
  const rules = Object.entries(styles).map(([name, declarations]) => `.${name}{${declarations}}`);
  // A layer comes below unlayered rules whatever its selectors: so a class wins as the inline style did.
  return (classes.length ? `${formulaStyles(new Set(classes))}` : '') + rules.join('');
}
