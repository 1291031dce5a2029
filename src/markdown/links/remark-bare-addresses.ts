import type { Root } from 'mdast';
import type { Code, Construct, State } from 'micromark-util-types';
import type { Processor } from 'unified';
import { visit } from '../../build/visit.ts';

declare module 'micromark-util-types' {
  interface TokenTypeMap {
    // Those of which remark-gfm makes a link.
    literalAutolink: 'literalAutolink';
    literalAutolinkHttp: 'literalAutolinkHttp';
    literalAutolinkWww: 'literalAutolinkWww';
  }
}

/**
 * Reads bare addresses. GFM's own end at a space only, and swallow what stands behind them in Chinese; and GFM looks for
 * addresses a second time in the finished text, where nobody can tell any more which of them was escaped.
 *
 *     见 https://example.com/a。后文         →   见 <a>https://example.com/a</a>。后文
 *     **https://example.com/b**。            →   <strong><a>https://example.com/b</a></strong>。
 *     https\://example.com/c，a\@example.com →   text
 *
 * Order: directly after remark-gfm, of which it takes these parts away.
 */
export function remarkBareAddresses(this: Processor) {
  const data = this.data();
  const constructs = { 72: http, 104: http, 87: www, 119: www };
  data.micromarkExtensions?.push(
    { disable: { null: ['protocolAutolink', 'wwwAutolink'] } },
    { text: constructs },
  );
  for (const extension of (data.fromMarkdownExtensions ?? []).flat())
    if (extension.enter && 'literalAutolink' in extension.enter) delete extension.transforms;
  return unnest;
}

/** The words of a link may be an address, and are no second link. */
function unnest(tree: Root): void {
  visit(tree, 'link', (outer) => {
    visit(outer, 'link', (inner, index, parent) => {
      if (inner === outer || !parent || index === undefined) return undefined;
      parent.children.splice(index, 1, ...inner.children);
      return index;
    });
  });
}

const http = bareAddress('literalAutolinkHttp', /[a-z]/i);
const www = bareAddress('literalAutolinkWww', /[\w.@/:-]/);

/** An address ends before a space, `<`, a mark of emphasis, and whatever is no letter of the Latin alphabet. */
const form =
  /^(?:https?:\/\/|www\.)[\w-]+(?:\.[\w-]+)+(?::\d+)?(?:[/?#](?:(?!~~)[!#-&()+-;=?-[\]_a-z~\u00c0-\u024f'])*)?/i;

/** Most words that begin with h or w are none, and need not be looked at to their end. */
function mayBegin(text: string): boolean {
  return (
    text.length > 8 ||
    ['http://', 'https://', 'www.'].some((start) =>
      start.startsWith(text.slice(0, start.length).toLowerCase()),
    )
  );
}

/** @returns how much of the text, which begins with an address, belongs to it */
function addressLength(text: string): number {
  let address = form.exec(text)?.[0] ?? '';
  // Brackets that are closed and were not opened are those of the sentence.
  const open: string[] = [];
  for (const [index, sign] of [...address].entries()) {
    if (sign === '(' || sign === '[') open.push(sign);
    else if ((sign === ')' && open.pop() !== '(') || (sign === ']' && open.pop() !== '[')) {
      address = address.slice(0, index);
      break;
    }
  }
  return address.replace(/(?:[!'(,.:;?[_~]|&[a-z]+;)+$/i, '').length;
}

/**
 * @param type of the token, from which GFM makes the link
 * @param bound what cannot stand before it
 */
function bareAddress(type: 'literalAutolinkHttp' | 'literalAutolinkWww', bound: RegExp): Construct {
  const previous = (code: Code): boolean =>
    code === null || code < 0 || !bound.test(String.fromCharCode(code));
  return {
    name: 'bareAddress',
    previous,
    tokenize(effects, ok, nok) {
      if (!previous(this.previous)) return nok;
      let length = 0;
      const ahead: Construct = {
        partial: true,
        tokenize(effects, ok, nok) {
          let text = '';
          return (code) => {
            effects.enter('data');
            return more(code);
          };
          function more(code: Code): State | undefined {
            if (code !== null && code > 32 && code < 0x250 && mayBegin(text)) {
              text += String.fromCharCode(code);
              effects.consume(code);
              return more;
            }
            effects.exit('data');
            length = addressLength(text);
            return length ? ok(code) : nok(code);
          }
        },
      };
      return effects.check(ahead, begin, nok);

      function begin(code: Code): State | undefined {
        effects.enter('literalAutolink');
        effects.enter(type);
        return take(code);
      }
      function take(code: Code): State | undefined {
        if (length-- > 0) {
          effects.consume(code);
          return take;
        }
        effects.exit(type);
        effects.exit('literalAutolink');
        return ok(code);
      }
    },
  };
}
