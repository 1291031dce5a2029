import type { Term } from './glossary-schema.ts';

/** A term as it may stand in a text. */
export interface TermForms {
  /** Its address. */
  href: string;
  /** Each way to write it: 键值缓存, KV缓存, KV cache. */
  forms: string[];
  /** Words in which it only seems to stand. */
  except: string[];
}

/**
 * Returns what the glossary's terms look like in a text. What is wrong with an entry is told by the proofreading; here it
 * counts for nothing.
 *
 * @param entries of the glossary, by their keys
 */
export function listTermForms(entries: readonly { key: string; value: Partial<Term> }[]): TermForms[] {
  return entries.map(({ key, value: { zh, also = [], abbreviation, except = [] } }) => ({
    href: `/glossary/#${key}`,
    forms: [zh, ...listOf(also), abbreviation].filter((form) => typeof form === 'string'),
    except: listOf(except).filter((word) => typeof word === 'string'),
  }));
}

function listOf(value: unknown): unknown[] {
  return Array.isArray(value) ? value : [];
}
