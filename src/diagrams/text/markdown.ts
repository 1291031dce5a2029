import type { MarkedToken, Token, TokensList } from 'marked';
import { addStyle, Style } from './private-use.ts';

type Lexer = (markdown: string) => TokensList;

/**
 * Returns a lexer that gives one text for all of a label. Mermaid leaves out what is neither strong nor emphasized
 * where labels are no HTML, and sets those apart by blanks (mermaid#7015); elsewhere it shows such Markdown as written.
 */
export function plainLexer(lexer: Lexer): Lexer {
  return (markdown) => {
    const text = lexer(markdown)
      .filter(({ type }) => type !== 'space')
      .map((token) => (token.type === 'paragraph' ? inlineText(token.tokens ?? []) : token.raw.trimEnd()))
      .join('\n');
    const tokens = [{ type: 'text', raw: text, text }];
    return Object.assign([{ type: 'paragraph', raw: text, text, tokens }], { links: {} }) as TokensList;
  };
}

function inlineText(tokens: readonly Token[]): string {
  return (tokens as MarkedToken[])
    .map((token) => {
      switch (token.type) {
        case 'strong':
          return addStyle(inlineText(token.tokens), Style.bold);
        case 'em':
          return addStyle(inlineText(token.tokens), Style.italic);
        case 'escape':
          return token.text;
        default:
          return token.raw;
      }
    })
    .join('');
}
