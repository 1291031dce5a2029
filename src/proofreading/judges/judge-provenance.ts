import { createHash } from 'node:crypto';
import { parse } from 'yaml';
import type { Problem } from '../../build/problem.ts';

/**
 * Holds the article's bytes against the SHA-256 on record.
 *
 * @param article its bytes
 * @param provenance text of provenance.yaml
 * @param file path of the article
 */
export function judgeProvenance(article: Uint8Array, provenance: string, file: string): Problem[] {
  const { sha256 } = parse(provenance) as { sha256?: string };
  const found = createHash('sha256').update(article).digest('hex');
  if (found === sha256) return [];
  return [
    {
      file,
      rule: 'article-bytes-changed',
      reason: `The article's SHA-256 is ${found}, but its provenance records ${sha256 ?? 'none'}.`,
      remedy: 'Restore the file from version control: the article is never edited, its mistakes included.',
    },
  ];
}
