import { parseDeclarations } from '../css/declarations.ts';
import { blocksOf } from '../css/style-sheet.ts';

interface ConstructedRule {
  selectorText?: string;
  cssText: string;
  style?: { readonly length: number; setProperty(property: string, value: string): void };
}

/**
 * A constructable `CSSStyleSheet`, which jsdom lacks. Mermaid fills it, changes a few declarations and
 * writes its rules out again as the text of the diagram's `<style>`.
 */
export class ConstructedSheet {
  cssRules: ConstructedRule[] = [];

  insertRule(text: string, index = 0): number {
    const [block] = blocksOf(text);
    this.cssRules.splice(index, 0, block ? createRule(block.head, block.body) : { cssText: text });
    return index;
  }

  replaceSync(text: string): void {
    this.cssRules = [...blocksOf(text)].map(({ head, body }) =>
      head.startsWith('@') ? { cssText: `${head} { ${body} }` } : createRule(head, body),
    );
  }
}

function createRule(selectorText: string, body: string): ConstructedRule {
  const declarations = new Map(
    parseDeclarations(body).map(({ property, value, important }) => [
      property,
      important ? `${value} !important` : value,
    ]),
  );
  return {
    selectorText,
    get cssText() {
      return `${selectorText} { ${[...declarations].map(([name, value]) => `${name}: ${value};`).join(' ')} }`;
    },
    style: {
      get length() {
        return declarations.size;
      },
      setProperty: (property, value) => declarations.set(property, value),
    },
  };
}
