import type { PageCheck } from './index.ts';
import { showTag, type Page, type PageElement } from '../pages/read-page.ts';

/** Finds pictures that say nothing to who cannot see them. */
export const checkAlternativeText: PageCheck = (page) =>
  page.elements
    .filter((element) => isPicture(element) && !hasText(element, page))
    .map((element) => ({
      file: page.file,
      rule: 'alternative-text-missing',
      reason: `${showTag(element)} has no alternative text.`,
      remedy:
        element.name === 'img'
          ? 'Give it alt="…"; alt="" when it only decorates.'
          : 'Give it an aria-label, a <title> as first child, or aria-labelledby with an id that exists.',
    }));

function isPicture({ name, attributes }: PageElement): boolean {
  const role = attributes.get('role') ?? '';
  return (
    (name === 'img' && role !== 'presentation') || role.startsWith('img') || role.startsWith('graphics-')
  );
}

function hasText(element: PageElement, { ids }: Page): boolean {
  const { name, attributes, children } = element;
  if (attributes.get('aria-label')?.trim()) return true;
  const labels = (attributes.get('aria-labelledby') ?? '').split(/\s+/).filter(Boolean);
  if (labels.some((id) => ids.get(id)?.[0]?.text.trim())) return true;
  if (name === 'img') return attributes.has('alt');
  return children.some((child) => child.name === 'title' && child.text.trim());
}
