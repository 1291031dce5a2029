import { generate, parse, type CssNode, type Rule } from 'css-tree';
import { asText } from '../css/style-sheet.ts';

interface ConstructedRule {
  selectorText?: string;
  readonly cssText: string;
  style?: { readonly length: number; setProperty(property: string, value: string): void };
}

/**
 * A constructable `CSSStyleSheet`, which jsdom lacks. Mermaid fills it, changes a few declarations and
 * writes its rules out again as the text of the diagram's `<style>`.
 */
export class ConstructedSheet {
  cssRules: ConstructedRule[] = [];

  insertRule(text: string, index = 0): number {
    this.cssRules.splice(index, 0, ...rulesIn(text));
    return index;
  }

  replaceSync(text: string): void {
    this.cssRules = rulesIn(text);
  }
}

function rulesIn(text: string): ConstructedRule[] {
  const sheet = parse(text, asText);
  return sheet.type === 'StyleSheet' ? [...sheet.children].map(createRule) : [];
}

function createRule(node: CssNode): ConstructedRule {
  const cssText = { enumerable: true, get: () => generate(node) };
  return Object.defineProperty(
    node.type === 'Rule' ? styleOf(node) : {},
    'cssText',
    cssText,
  ) as ConstructedRule;
}

function styleOf({ prelude, block: { children } }: Rule): Omit<ConstructedRule, 'cssText'> {
  return {
    selectorText: generate(prelude),
    style: {
      get length() {
        return children.size;
      },
      setProperty: (property, value) => {
        // In the place of the old one, if there is: later ones of the rule still win.
        const old = [...children].find((node) => node.type === 'Declaration' && node.property === property);
        if (old?.type === 'Declaration') old.value = { type: 'Raw', value };
        else
          children.appendData({
            type: 'Declaration',
            property,
            important: false,
            value: { type: 'Raw', value },
          });
      },
    },
  };
}
