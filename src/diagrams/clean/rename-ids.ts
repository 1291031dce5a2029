import { referencedIds } from './remove-unseen.ts';

/**
 * Keeps the ids that are referred to, renamed to `<prefix>-0`, `<prefix>-1` …, so that two diagrams of a
 * page cannot meet; removes all others.
 */
export function renameIds(svg: Element, prefix: string): void {
  const used = referencedIds(svg);
  const names = new Map<string, string>();
  for (const element of [svg, ...svg.querySelectorAll('[id]')]) {
    const id = element.getAttribute('id') ?? '';
    if (!used.has(id) || names.has(id)) element.removeAttribute('id');
    else {
      names.set(id, `${prefix}-${names.size}`);
      element.setAttribute('id', names.get(id) ?? '');
    }
  }
  for (const element of svg.querySelectorAll('*')) {
    for (const name of element.getAttributeNames()) {
      const value = element.getAttribute(name) ?? '';
      if (value.includes('url(')) {
        const renamed = value.replace(/url\(["']?#([^)"']+)["']?\)/g, (_, id: string) => {
          const to = names.get(id);
          return to ? `url(#${to})` : 'none';
        });
        element.setAttribute(name, renamed);
      } else if (/^(?:xlink:)?href$/.test(name) && value.startsWith('#') && element.localName !== 'a') {
        element.setAttribute(name, `#${names.get(value.slice(1)) ?? ''}`);
      }
    }
  }
}
