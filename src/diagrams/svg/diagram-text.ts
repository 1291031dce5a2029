import { DiagramError } from '../diagram-error.ts';
import type { DiagramRequest } from '../diagram.ts';
import { describeDrawing } from './describe-drawing.ts';
import { findHead } from '../source/diagram-head.ts';

/**
 * Title and description of a rendered diagram: what its source says (`accTitle`, `accDescr`), else what
 * the caller gave, else, where that may be, what the drawing itself tells.
 *
 * @throws DiagramError `diagram-without-description` when either is missing
 */
export function requireDiagramText(
  svg: Element,
  kind: string,
  { source, title, description, isDescribed }: DiagramRequest,
): { title: string; description: string } {
  const own = (name: string): string => {
    const element = [...svg.children].find((child) => child.localName === name);
    return element?.textContent.trim() ?? '';
  };
  const found = {
    title: own('title') || (title?.trim() ?? ''),
    description: own('desc') || (description?.trim() ?? ''),
  };
  if (found.title && found.description) return found;
  if (isDescribed) {
    const told = describeDrawing(svg, kind);
    return { title: found.title || told.title, description: found.description || told.description };
  }
  const missing = [!found.title && 'title', !found.description && 'description']
    .filter(Boolean)
    .join(' and no ');
  const { keyword, line } = findHead(source);
  throw new DiagramError({
    rule: 'diagram-without-description',
    line,
    reason: `The "${keyword}" diagram has no ${missing} for readers who cannot see it.`,
    remedy:
      'Put it into a <Figure title="…" description="…">, or write accTitle: … and accDescr: … lines below the first.',
  });
}
