import type { Element } from 'hast';
import type { FootnoteDefinition } from 'mdast';
import { contract } from '../../book/html-contract.ts';
import { attributeOf, createFinder } from '../../build/html.ts';
import { plainText } from '../plain-text.ts';
import { paragraph, text } from './nodes.ts';
import { stringify } from './write-part.ts';

/** A source as a footnote: `[^knuth-1984]: …`. */
export interface WrittenSource {
  key: string;
  text: string;
}

/** Lists the sources that a part of the book lists, as footnotes, in the order of their numbers. */
export function listSources(body: Element): WrittenSource[] {
  return createFinder(body)
    .all(`${contract.sources} > li[id]`)
    .map((entry) => ({ key: attributeOf(entry, 'id') ?? '', text: stringify([footnoteOf(entry)]) }));
}

function footnoteOf(entry: Element): FootnoteDefinition {
  const key = attributeOf(entry, 'id') ?? '';
  const { first } = createFinder(entry);
  const [source, address, weakness] = ['p', contract.url, contract.weakness].map((selector) => {
    const found = first(selector);
    return found ? plainText(found) : '';
  }) as [string, string, string];
  return {
    type: 'footnoteDefinition',
    identifier: key,
    label: key,
    children: [
      paragraph(
        text(source.replace(`${address}.`, '')),
        ...(address ? [{ type: 'link' as const, url: address, children: [text(address)] }] : []),
        ...(weakness ? [text(`　${weakness}`)] : []),
      ),
    ],
  };
}
