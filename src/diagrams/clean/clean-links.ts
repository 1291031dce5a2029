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

/** Addresses of pictures that the page would have to load from elsewhere. */
export function externalImages(svg: Element): string[] {
  const images = [...svg.querySelectorAll('image, feImage')];
  return images
    .map((image) => image.getAttribute('href') ?? image.getAttribute('xlink:href') ?? '')
    .filter((address) => !address.startsWith('data:'));
}
