import { closest } from '../dom/closest.ts';

const REFERENCED_ONLY = new Set(
  'marker linearGradient radialGradient filter clipPath pattern mask symbol'.split(' '),
);
const EMPTY_WHEN_CHILDLESS = new Set(['g', 'defs', 'tspan', 'text', 'a', 'switch']);
const REFERENCE = /url\(["']?#([^)"']+)["']?\)/g;

/** Removes what draws nothing: hidden elements, empty groups and texts, unsized boxes, unused definitions. */
export function removeUnseen(svg: Element): void {
  for (const element of [...svg.querySelectorAll('*')]) if (isHidden(element)) element.remove();
  for (const comment of commentsOf(svg)) comment.remove();
  let used = referencedIds(svg);
  for (;;) {
    const unseen = [...svg.querySelectorAll('*')].filter((element) => drawsNothing(element, used));
    if (unseen.length === 0) return;
    for (const element of unseen) element.remove();
    // A marker that is gone may have been the last to use a gradient, a text the only child of a group.
    used = referencedIds(svg);
  }
}

/** Ids that something inside refers to, by `url(#…)` or by `href` of anything but a link. */
export function referencedIds(svg: Element): Set<string> {
  const ids = new Set<string>();
  for (const element of svg.querySelectorAll('*')) {
    for (const name of element.getAttributeNames()) {
      const value = element.getAttribute(name) ?? '';
      if (!value.includes('#')) continue;
      for (const [, id = ''] of value.matchAll(REFERENCE)) ids.add(id);
      if (/^(?:xlink:)?href$/.test(name) && value.startsWith('#') && element.localName !== 'a') {
        ids.add(value.slice(1));
      }
    }
  }
  return ids;
}

function isHidden(element: Element): boolean {
  const is = (name: string, value: RegExp): boolean => value.test(element.getAttribute(name) ?? '');
  return (
    is('display', /^none$/) || is('visibility', /^(?:hidden|collapse)$/) || is('opacity', /^0(?:\.0+)?$/)
  );
}

function drawsNothing(element: Element, used: ReadonlySet<string>): boolean {
  const name = element.localName;
  const id = element.getAttribute('id');
  if (id && used.has(id)) return false;
  if (REFERENCED_ONLY.has(name)) return true;
  // Gradients, markers and patterns need their stops and shapes even when those look empty.
  if (closest(element, ({ localName }) => REFERENCED_ONLY.has(localName))) return false;
  if (EMPTY_WHEN_CHILDLESS.has(name))
    return element.children.length === 0 && element.textContent.trim() === '';
  if (name === 'rect' && !(isPositive(element, 'width') && isPositive(element, 'height'))) return true;
  if (name === 'path' && !element.getAttribute('d')?.trim()) return true;
  return isUnpainted(element);
}

/** Boxes drawn with neither fill nor stroke: Mermaid puts them in for measuring and clicking. */
function isUnpainted(element: Element): boolean {
  const isShape = ['rect', 'circle', 'ellipse', 'polygon', 'polyline', 'line'].includes(element.localName);
  return isShape && element.getAttribute('fill') === 'none' && element.getAttribute('stroke') === 'none';
}

function isPositive(element: Element, name: string): boolean {
  return parseFloat(element.getAttribute(name) ?? '') > 0;
}

function commentsOf(svg: Element): ChildNode[] {
  const document = svg.ownerDocument;
  const walker = document.createTreeWalker(svg, 128 /* NodeFilter.SHOW_COMMENT */);
  const comments: ChildNode[] = [];
  while (walker.nextNode()) comments.push(walker.currentNode as ChildNode);
  return comments;
}
