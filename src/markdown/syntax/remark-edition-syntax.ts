import { htmlFlow } from 'micromark-core-commonmark';
import { mdxJsx } from 'micromark-extension-mdx-jsx';
import type {
  Code,
  Construct,
  ConstructRecord,
  Effects,
  Extension,
  State,
  TokenizeContext,
  TokenType,
} from 'micromark-util-types';
import type { Processor } from 'unified';
import { isHtmlName } from './html.ts';

declare module 'micromark-util-types' {
  interface TokenTypeMap {
    /** What a guard looks at before it lets a construct begin. */
    tagName: 'tagName';
  }
}

export interface EditionSyntaxOptions {
  /** Names of the edition's components. */
  components: readonly string[];
}

const lessThan = 60;

/**
 * Makes chapters plain Markdown: of MDX only the tags of the edition's own components are left. `{`, `import`, HTML,
 * comments, `<https://…>` and indented code are what they are in CommonMark. MDX's parser switches the last four off, and
 * reads the first two as programs.
 *
 *     <Note id="a" verdict="…">   →   a component
 *     10<sup>25</sup>, {a}        →   as in CommonMark
 *     <String>                    →   text, at the beginning of a line too
 *
 * Order: first. It changes the parser, which unified calls before any plugin runs.
 */
export function remarkEditionSyntax(this: Processor, { components }: EditionSyntaxOptions): void {
  const data = this.data() as { micromarkExtensions?: Extension[] };
  const isMdx = ({ disable }: Extension) => disable?.null?.includes('htmlText') ?? false;
  const others = (data.micromarkExtensions ?? []).filter((extension) => !isMdx(extension));
  const jsx = mdxJsx();
  // `<!--` has no name.
  const isHtml = (name: string) => name === '' || isHtmlName(name);
  const isComponent = (name: string) => components.includes(name);
  data.micromarkExtensions = [
    ...others,
    { flow: guard(jsx.flow, isComponent), text: guard(jsx.text, isComponent) },
    // CommonMark takes any name for HTML's, up to the next empty line.
    {
      disable: { null: [htmlFlow.name ?? ''] },
      flow: { [lessThan]: guardOne({ ...htmlFlow, name: 'htmlFlowOfHtml' } as Construct, isHtml) },
    },
  ];
}

function guard(constructs: ConstructRecord | undefined, isName: (name: string) => boolean): ConstructRecord {
  return Object.fromEntries(
    Object.entries(constructs ?? {}).map(([code, construct]) => [
      code,
      [construct].flat().map((one) => guardOne(one as Construct, isName)),
    ]),
  );
}

/** Lets a construct begin only where the name behind `<` or `</` is one of its own. */
function guardOne(construct: Construct, isName: (name: string) => boolean): Construct {
  return {
    ...construct,
    tokenize(this: TokenizeContext, effects: Effects, ok: State, nok: State): State {
      const begin = construct.tokenize.call(this, effects, ok, nok);
      return effects.check({ tokenize: (...args) => readName(isName, ...args), partial: true }, begin, nok);
    },
  };
}

function readName(isName: (name: string) => boolean, effects: Effects, ok: State, nok: State): State {
  const type: TokenType = 'tagName';
  let name = '';
  const letters: State = (code) => {
    if (isLetter(code)) {
      name += String.fromCharCode(code as number);
      effects.consume(code);
      return letters;
    }
    effects.exit(type);
    return isName(name) ? ok(code) : nok(code);
  };
  const slash: State = (code) => {
    if (code !== 47) return letters(code);
    effects.consume(code);
    return letters;
  };
  return (code) => {
    effects.enter(type);
    effects.consume(code);
    return slash;
  };
}

function isLetter(code: Code): boolean {
  return code !== null && code > 0 && /[A-Za-z0-9]/.test(String.fromCharCode(code));
}
