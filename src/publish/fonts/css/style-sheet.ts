import postcss, { type AtRule, type Container, type Rule } from 'postcss';
import { absoluteSelector } from '../../css/absolute-selector.ts';
import { longhandsOf, type Property } from './longhands.ts';
import { compileSelectors, type CompiledSelector } from './selector.ts';

/** A declaration that decides which glyphs are shown, and where it holds. */
export interface StyleRule {
  selector: CompiledSelector;
  property: Property;
  value: string;
  important: boolean;
  /** The width of the window, the paper, the reader's settings decide whether it holds. */
  conditional: boolean;
  /** Its cascade layer; undefined when it stands in none. */
  layer: string | undefined;
}

export interface StyleSheet {
  /** In the order in which they stand. */
  rules: StyleRule[];
  /** All values that custom properties are given anywhere. */
  customProperties: ReadonlyMap<string, ReadonlySet<string>>;
}

/**
 * Reads of a style sheet what decides which glyphs are shown.
 *
 * @throws Error when it is not CSS
 */
export function readStyleSheet(css: string): StyleSheet {
  const rules: StyleRule[] = [];
  const customProperties = new Map<string, Set<string>>();

  postcss.parse(css).walkDecls(({ prop, value, important, parent }) => {
    if (prop.startsWith('--')) {
      customProperties.set(prop, (customProperties.get(prop) ?? new Set()).add(value.trim()));
      return;
    }
    const longhands = longhandsOf(prop, value);
    if (!longhands.length || parent?.type !== 'rule') return;
    const around = [...surroundings(parent as Rule)];
    if (around.some(({ name }) => /keyframes$/i.test(name))) return;
    for (const selector of compileSelectors(absoluteSelector(parent as Rule)))
      for (const [property, longhand] of longhands)
        rules.push({
          selector,
          property,
          value: longhand,
          important: Boolean(important),
          conditional: selector.conditional || around.some(({ name }) => name !== 'layer'),
          layer: layerOf(around),
        });
  });
  return { rules, customProperties };
}

/** The at-rules around a rule, from the inside out. */
function* surroundings(rule: Rule): Generator<AtRule> {
  for (let at: Container['parent'] = rule; at; at = at.parent) if (at.type === 'atrule') yield at as AtRule;
}

function layerOf(around: AtRule[]): string | undefined {
  const names = around.filter(({ name }) => name === 'layer').map(({ params }) => params.trim());
  return names.length ? names.reverse().join('.') : undefined;
}
