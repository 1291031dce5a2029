import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
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
 * Reads what the glossary's terms look like in a text. What is wrong with the file is told by the
 * proofreading; here it counts for nothing.
 *
 * @param file `content/glossary.yaml`
 */
export function readTermForms(file: URL | string): TermForms[] {
  try {
    const entries = Object.entries(
      (parse(readFileSync(file, 'utf8')) ?? {}) as Record<string, Partial<Term>>,
    );
    return entries.map(([key, { zh, also = [], abbreviation, except = [] }]) => ({
      href: `/glossary/#${key}`,
      forms: [zh, ...also, abbreviation].filter((form) => typeof form === 'string'),
      except: except.filter((word) => typeof word === 'string'),
    }));
  } catch {
    return [];
  }
}
