import type { Element } from 'hast';
import { attributeOf, textOf } from '../../build/html.ts';
import { showTag, type Page } from '../pages/page.ts';
import type { PageCheck } from './check.ts';

/** Finds pictures that say nothing to who cannot see them. */
export const checkAlternativeText: PageCheck = (page) =>
  page.finder
    .all('img:not([role=presentation]), [role^=img], [role^=graphics-]')
    .filter((element) => !hasText(element, page))
    .map((element) => ({
      file: page.file,
      rule: 'alternative-text-missing',
      reason: `${showTag(element)} has no alternative text.`,
      remedy:
        element.tagName === 'img'
          ? 'Give it alt="…"; alt="" when it only decorates.'
          : 'Give it an aria-label, a <title> as first child, or aria-labelledby with an id that exists.',
    }));

function hasText(element: Element, { finder }: Page): boolean {
  if (attributeOf(element, 'aria-label')?.trim()) return true;
  const labels = (attributeOf(element, 'aria-labelledby') ?? '').split(/\s+/).filter(Boolean);
  if (labels.some((id) => finder.all(`[id=${JSON.stringify(id)}]`).some((label) => textOf(label).trim())))
    return true;
  if (element.tagName === 'img') return attributeOf(element, 'alt') !== undefined;
  return element.children.some(
    (child) => child.type === 'element' && child.tagName === 'title' && textOf(child).trim(),
  );
}
