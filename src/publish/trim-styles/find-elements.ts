import { keysOf } from '../css/match-element.ts';
import type { PageElement } from '../pages/read-page.ts';

/** The elements of a page that a selector with this key may mean. */
export type FindElements = (key: string) => readonly PageElement[];

/** Sorts the elements of a page by their keys. */
export function elementFinder(elements: PageElement[]): FindElements {
  const byKey = new Map<string, PageElement[]>();
  for (const element of elements)
    for (const key of keysOf(element)) {
      const found = byKey.get(key);
      if (found) found.push(element);
      else byKey.set(key, [element]);
    }
  return (key) => byKey.get(key) ?? [];
}
