import { readStyleSheet } from './style-sheet.ts';

/**
 * What browsers set before any style sheet of the page's: https://html.spec.whatwg.org/#rendering, and for
 * `math` https://w3c.github.io/mathml-core/#user-agent-stylesheet.
 */
export const userAgentSheet = readStyleSheet(`
  h1, h2, h3, h4, h5, h6, th { font-weight: bold }
  b, strong { font-weight: bolder }
  address, cite, dfn, em, i, var { font-style: italic }
  code, kbd, pre, samp, tt { font-family: monospace }
  math { font-family: math }
  button, input, select, textarea { font: 400 1em system-ui; text-transform: none }
  ul, menu { list-style-type: disc }
  ol { list-style-type: decimal }
`);
