import { DiagramError } from '../diagram-error.ts';
import { findHead } from '../source/diagram-head.ts';

/** Those that architecture diagrams have; Mermaid loads all others from the network. */
const AT_HAND = ['cloud', 'database', 'disk', 'internet', 'server'];
const NAMED = /^[ \t]*(?:service|group)[ \t]+\w+\(([^)\n]+)\)|\bicon[ \t]*[:(][ \t]*["']?([\w:-]+)/gm;

/**
 * Refuses an icon in whose place Mermaid has drawn a question mark.
 *
 * @throws DiagramError `diagram-undrawable`
 */
export function refuseUnknownIcon(svg: Element, source: string): void {
  const questionMarks = [...svg.querySelectorAll('svg rect + text')];
  if (!questionMarks.some((mark) => mark.textContent.trim() === '?')) return;
  const found = [...source.matchAll(NAMED)].find(
    ([, service, icon]) => !AT_HAND.includes(service ?? icon ?? ''),
  );
  const name = found?.[1] ?? found?.[2];
  const before = source.slice(0, found?.index ?? 0).split('\n');
  throw new DiagramError({
    rule: 'diagram-undrawable',
    line: found ? before.length : findHead(source).line,
    reason: name ? `There is no icon "${name}".` : 'The diagram has an icon that there is not.',
    remedy: `Leave it out, or take one of those at hand: ${AT_HAND.join(', ')}.`,
    candidates: AT_HAND,
  });
}
