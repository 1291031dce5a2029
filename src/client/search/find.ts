import type { Ask } from './ask-pagefind.ts';
import type { Query } from './query.ts';
import { rank, type Ranked } from './rank.ts';

/**
 * Finds what was asked for: candidates from the index, looked into one by one. Pagefind passes over a part of
 * its index that did not load, so that nothing is called absent before every record was looked into.
 */
export async function find(query: Query, ask: Ask): Promise<Ranked> {
  const ranked = rank(await ask(query.candidates), query);
  if (ranked.exact.length || query.candidates === null) return ranked;
  return rank(await ask(null), query);
}
