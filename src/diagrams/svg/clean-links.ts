import { DiagramError } from '../diagram-error.ts';

/** Addresses a diagram may link to: the page, the site, the web, a mail address. */
const SAFE = /^(?:#|\/(?!\/)|https?:\/\/|mailto:)/;

/**
 * Makes plain HTML links of Mermaid's (`xlink:href`, `target`, `rel`).
 *
 * @returns addresses that were refused
 */
export function cleanLinks(svg: Element): string[] {
  const refused: string[] = [];
  for (const link of svg.querySelectorAll('a')) {
    const address = link.getAttribute('href') ?? link.getAttribute('xlink:href') ?? '';
    for (const { name } of [...link.attributes]) if (name !== 'transform') link.removeAttribute(name);
    if (SAFE.test(address)) link.setAttribute('href', address);
    else refused.push(address);
  }
  return refused;
}

/**
 * Makes the drawing's links plain, and refuses addresses that no page needs and pictures from elsewhere.
 *
 * @throws DiagramError `diagram-unsafe-link`
 */
export function refuseForeignAddresses(svg: Element, source: string): void {
  const [link] = cleanLinks(svg);
  const [image] = externalImages(svg);
  const address = link ?? image;
  if (address === undefined) return;
  const line = source.split('\n').findIndex((text) => address !== '' && text.includes(address)) + 1;
  throw new DiagramError({
    rule: 'diagram-unsafe-link',
    line: line || undefined,
    reason: `The diagram ${link === undefined ? 'loads a picture from' : 'links to'} "${address}".`,
    remedy:
      link === undefined
        ? 'Leave the picture out: a diagram must not load anything.'
        : 'Link to "#id", "/chapter/#id", "https://…" or "mailto:…".',
  });
}

/** Addresses of pictures that the page would have to load from elsewhere. */
function externalImages(svg: Element): string[] {
  const images = [...svg.querySelectorAll('image, feImage')];
  return images
    .map((image) => image.getAttribute('href') ?? image.getAttribute('xlink:href') ?? '')
    .filter((address) => !address.startsWith('data:'));
}
