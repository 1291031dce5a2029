import { CHARACTERS, plainText, runsOf, SMALL, Style, type Run } from './private-use.ts';

const SVG = 'http://www.w3.org/2000/svg';
const BREAK = /<br\s*\/?>/gi;
const TEXT_NODE = 3;

/**
 * Puts in what `encodeMarkup` has carried through Mermaid: the characters that were protected, and styles and links as
 * parts of the text.
 *
 * @param links that the styles count
 */
export function restoreText(svg: Element, links: readonly string[]): void {
  for (const element of [svg, ...svg.querySelectorAll('*')]) {
    for (const { name, value } of [...element.attributes])
      if (value.search(CHARACTERS) >= 0) element.setAttribute(name, plainText(value));
    for (const node of [...element.childNodes])
      if (node.nodeType === TEXT_NODE) restore(node, element, links);
  }
}

function restore(node: ChildNode, parent: Element, links: readonly string[]): void {
  const runs = runsOf((node.nodeValue ?? '').replace(BREAK, ' '));
  const isText = /^(?:text|tspan)$/.test(parent.localName);
  if (isText && runs.some(({ style, link }) => style || link))
    node.replaceWith(...runs.map((run) => createSpan(run, parent.ownerDocument, links)));
  else node.nodeValue = runs.map(({ text }) => text).join('');
}

function createSpan({ text, style, link }: Run, document: Document, links: readonly string[]): Node {
  if (!style && !link) return document.createTextNode(text);
  const span = document.createElementNS(SVG, 'tspan');
  span.textContent = text;
  const decoration = [style & Style.underline && 'underline', style & Style.strike && 'line-through'];
  const attributes = {
    'font-weight': style & Style.bold && 'bold',
    'font-style': style & Style.italic && 'italic',
    'font-size': style & Style.small && `${SMALL}em`,
    'text-decoration': decoration.filter(Boolean).join(' '),
  };
  for (const [name, value] of Object.entries(attributes)) if (value) span.setAttribute(name, value);
  const address = links[link - 1];
  if (!address) return span;
  const anchor = document.createElementNS(SVG, 'a');
  anchor.setAttribute('href', address);
  anchor.append(span);
  return anchor;
}
