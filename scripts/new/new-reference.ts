import type { Made } from './made.ts';
import { describeTaken, type TakenAddresses } from './taken-addresses.ts';

const file = 'content/references.yaml';

/**
 * Puts an entry at the end of the references. What it does not know it leaves empty, and the build stops until
 * that is written: a template that built would be published.
 *
 * @param key of the entry
 * @param references the file as it is, to which the entry is added; nothing else in it changes
 * @param today 2026-05-01
 */
export function newReference(key: string, references: string, taken: TakenAddresses, today: string): Made {
  if (!/^[a-z0-9]+(-[a-z0-9]+)*$/.test(key)) {
    return {
      refused: `"${key}" is no key. Take lower-case ASCII words with hyphens between, such as who and when: vaswani-2017`,
    };
  }
  const refused = describeTaken(`/references/#${key}`, taken);
  if (refused) return { refused };

  const text = `${references.trimEnd()}\n${template(key, today)}`;
  const line = text.split('\n').indexOf(`${key}:`) + 1;
  return {
    file,
    text,
    next: [
      `Fill it in: ${file}:${line}. src/book/reference-schema.ts says what each line may be; delete those that do not apply.`,
      `Cite it where it is evidence: <Cite keys="${key}" />. The build stops at an entry that nothing cites.`,
      'npm run anchors lists its address; then npm run build.',
    ],
  };
}

function template(key: string, today: string): string {
  return `${key}:
  # Family name and initials, [KWON W]; of more than three the first three, [KWON W, LI Z, ZHUANG S, et al.]; [贾扬清]; of Chinese 等.
  authors: []
  title:
  # What it stands in: a journal, a site, arXiv:2309.06180; of proceedings, their title.
  container:
  publisher:
  date: ''
  url:
  accessed: '${today}'
  language: zh
  kind: web
`;
}
