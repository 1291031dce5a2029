import source from '../../content/glossary.yaml?raw';
import { parse } from 'yaml';
import { frontMatter, listChapters, listSections } from './chapters.ts';
import { glossaryGroups, glossarySchema, type Term } from './glossary-schema.ts';

/** A term as its page shows it. */
export interface GlossaryEntry extends Term {
  key: string;
  /** What stands at `see`: 第三章 注意力及其代价. */
  place: string;
}

/** The glossary by groups, in the order of the file. */
export async function listGlossary(): Promise<{ group: string; terms: GlossaryEntry[] }[]> {
  const terms = Object.entries(glossarySchema.parse(parse(source)));
  const names = await namePlaces(new Set(terms.map(([, { see }]) => see.replace(/#.*/, ''))));
  return glossaryGroups.map((group) => ({
    group,
    terms: terms
      .filter(([, term]) => term.group === group)
      .map(([key, term]) => ({ ...term, key, place: names.get(term.see) ?? frontMatter.title })),
  }));
}

/** What stands at each address of the chapters that are asked for: `/maths/#model` → 第四章 4.1 数学模型构建. */
async function namePlaces(addresses: ReadonlySet<string>): Promise<Map<string, string>> {
  const chapters = (await listChapters()).filter(({ address }) => addresses.has(address));
  const named = await Promise.all(
    chapters.map(async ({ address, numeral = '', entry }) =>
      (await listSections(entry)).map(
        ({ id, number, title }) =>
          [`${address}#${id}`, `${numeral}“${number ? `${number}\u00a0` : ''}${title}”`] as const,
      ),
    ),
  );
  return new Map(named.flat());
}
