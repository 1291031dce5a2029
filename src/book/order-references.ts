import type { Source } from './model.ts';
import type { Reference } from './reference-schema.ts';

/** A chapter that cites: its name, and its citations in order. */
interface Citing {
  /** Address of its page. */
  address: string;
  /** 第四章. */
  name: string;
  citations: { id: string; keys: string[] }[];
}

/**
 * Numbers the references in the order of their first citation; those that nothing cites come last.
 *
 * @param references by key, in the order of the file
 * @param chapters in the order of the book
 */
export function orderReferences(
  references: Record<string, Reference>,
  chapters: readonly Citing[],
): Source[] {
  const cited = new Map<string, Source['citedIn']>();
  const alone: { key: string | undefined; address: string }[] = [];
  for (const { address, name, citations } of chapters) {
    for (const { id, keys } of citations) {
      if (keys.length === 1) alone.push({ key: keys[0], address: `${address}#${id}` });
      for (const key of keys) {
        const places = cited.get(key) ?? [];
        cited.set(key, places);
        if (places.at(-1)?.name !== name) places.push({ name, addresses: [] });
        places.at(-1)?.addresses.push(`${address}#${id}`);
      }
    }
  }
  const keys = new Set([...cited.keys(), ...Object.keys(references)]);
  return [...keys]
    .flatMap((key) => {
      const reference = references[key];
      if (!reference) return [];
      const own = alone.filter((place) => place.key === key).map(({ address }) => address);
      return [{ ...reference, key, citedIn: cited.get(key) ?? [], alone: own }];
    })
    .map((reference, index) => ({ ...reference, number: index + 1 }));
}
