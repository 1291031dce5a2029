import { toPixels } from '../css/length.ts';
import { cascade, parseStyleSheet, type Rule } from '../css/style-sheet.ts';

/** The computed properties that change the geometry of text. */
export interface TextStyle {
  /** px */
  fontSize: number;
  fontWeight: number;
  fontStyle: string;
  /** px */
  letterSpacing: number;
  textAnchor: string;
  dominantBaseline: string;
  alignmentBaseline: string;
  whiteSpace: string;
  display: string;
}

const ROOT: TextStyle = {
  fontSize: 16,
  fontWeight: 400,
  fontStyle: 'normal',
  letterSpacing: 0,
  textAnchor: 'start',
  dominantBaseline: 'auto',
  alignmentBaseline: 'auto',
  whiteSpace: 'normal',
  display: 'inline',
};

const PRESENTATION = [
  'font-size',
  'font-weight',
  'font-style',
  'letter-spacing',
  'text-anchor',
  'dominant-baseline',
  'alignment-baseline',
  'display',
];

/** Rules for colours, most of a sheet, need not be tried on every element that is measured. */
const READ = new Set([...PRESENTATION, 'white-space']);

const BOLD_BY_DEFAULT = new Set(['b', 'strong', 'th']);
const ITALIC_BY_DEFAULT = new Set(['i', 'em']);

/** Reads the computed style of elements, one style sheet after the other parsed once. */
export class TextStyles {
  readonly #sheets = new Map<string, Rule[]>();
  readonly #xHeight: number;

  /** @param xHeight of the page's font, in em; lengths in `ex` hang on it */
  constructor(xHeight: number) {
    this.#xHeight = xHeight;
  }

  /**
   * @param known styles already computed in the same state of the document; filled as a side effect
   */
  of(
    element: Element | null,
    known = new Map<Element, TextStyle>(),
    rules = this.rulesFor(element),
  ): TextStyle {
    if (!element) return ROOT;
    const found = known.get(element);
    if (found) return found;
    const style = this.#compute(element, this.of(element.parentElement, known, rules), rules);
    known.set(element, style);
    return style;
  }

  /** The rules for type in the style sheet that Mermaid puts into the outermost svg around an element. */
  rulesFor(element: Element | null): Rule[] {
    let outermost: Element | undefined;
    for (let node = element; node; node = node.parentElement) if (node.localName === 'svg') outermost = node;
    const sheets = [...(outermost?.children ?? [])].filter((child) => child.localName === 'style');
    const text = sheets.map((sheet) => sheet.textContent).join('\n');
    const known = this.#sheets.get(text);
    if (known) return known;
    // A build draws hundreds of diagrams; only the sheets of the present one are asked for again.
    if (this.#sheets.size >= 16) this.#sheets.clear();
    const rules = parseStyleSheet(text).filter(({ declarations }) =>
      declarations.some(({ property }) => READ.has(property)),
    );
    this.#sheets.set(text, rules);
    return rules;
  }

  #compute(element: Element, parent: TextStyle, rules: readonly Rule[]): TextStyle {
    const declared = cascade(element, rules, PRESENTATION);
    const value = (property: string): string | undefined => {
      const text = declared.get(property);
      return text === 'inherit' ? undefined : text;
    };
    const name = element.localName.toLowerCase();
    const length = (property: string, context: number): number | undefined => {
      const text = value(property);
      return text === undefined ? undefined : toPixels(text, { fontSize: context, xHeight: this.#xHeight });
    };
    const fontSize = length('font-size', parent.fontSize) ?? parent.fontSize;
    return {
      fontSize,
      fontWeight: weightOf(
        value('font-weight') ?? (BOLD_BY_DEFAULT.has(name) ? 'bold' : ''),
        parent.fontWeight,
      ),
      fontStyle: value('font-style') ?? (ITALIC_BY_DEFAULT.has(name) ? 'italic' : parent.fontStyle),
      letterSpacing:
        value('letter-spacing') === 'normal'
          ? 0
          : (length('letter-spacing', fontSize) ?? parent.letterSpacing),
      textAnchor: value('text-anchor') ?? parent.textAnchor,
      dominantBaseline: value('dominant-baseline') ?? parent.dominantBaseline,
      alignmentBaseline: value('alignment-baseline') ?? 'auto',
      whiteSpace: value('white-space') ?? parent.whiteSpace,
      display: value('display') ?? 'inline',
    };
  }
}

function weightOf(text: string, inherited: number): number {
  switch (text) {
    case 'normal':
      return 400;
    case 'bold':
      return 700;
    case 'bolder':
      return inherited >= 600 ? 900 : inherited >= 400 ? 700 : 400;
    case 'lighter':
      return inherited >= 800 ? 700 : inherited >= 600 ? 400 : 100;
    default:
      return Number(text) || inherited;
  }
}
