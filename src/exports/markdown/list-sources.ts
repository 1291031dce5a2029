import type { FootnoteDefinition } from 'mdast';
import type { Book } from '../book/book.ts';
import { findElement, findElements, hasClass, plainText } from '../book/tree.ts';
import { paragraph, text } from './nodes.ts';

/** The sources of the book as footnotes, by their keys, in the order of their numbers. */
export function listSources({ parts }: Book): Map<string, FootnoteDefinition> {
  const back = parts.filter(({ place }) => place === 'back');
  const entries = back.flatMap(({ readBody }) =>
    findElements(readBody(), (element) => hasClass(element, 'sources')).flatMap((list) =>
      findElements(list, ({ tagName, properties }) => tagName === 'li' && properties['id'] !== undefined),
    ),
  );
  return new Map(
    entries.map((entry) => {
      const key = String(entry.properties['id']);
      const said = ['url', 'weakness'].map((name) => findElement(entry, (inner) => hasClass(inner, name)));
      const source = findElement(entry, ({ tagName }) => tagName === 'p');
      const [address, weakness] = said;
      const url = address ? plainText(address) : '';
      const words = source ? plainText(source).replace(`${url}.`, '') : '';
      return [
        key,
        {
          type: 'footnoteDefinition',
          identifier: key,
          label: key,
          children: [
            paragraph(
              text(words),
              ...(url ? [{ type: 'link' as const, url, children: [text(url)] }] : []),
              ...(weakness ? [text(`　${plainText(weakness)}`)] : []),
            ),
          ],
        },
      ];
    }),
  );
}
