/**
 * Lists the pages of the book in its order: what the contents on the cover lead to, and, where that is a volume of a
 * large book, what the volume lists (see book/volumes.ts).
 *
 * @param htmlOf gives a page by its address; undefined when there is none
 * @param base path that the site stands under, with a slash at both ends
 * @returns addresses as pages write them, the cover left out
 */
export function listAddresses(htmlOf: (address: string) => string | undefined, base: string): string[] {
  const list = /<ol class="chapters">[\s\S]*$/.exec(htmlOf(base) ?? '')?.[0] ?? '';
  return [...list.matchAll(/<a href="([^"#]+)">/g)].flatMap(([, address = '']) =>
    isVolume(address, base) ? listVolume(htmlOf(address) ?? '') : [address],
  );
}

/** Is it the address of a volume's contents: `/a/b/contents/2/`? */
export function isVolume(address: string, base: string): boolean {
  return address.startsWith(`${base}contents/`) && /\/\d+\/$/.test(address);
}

function listVolume(html: string): string[] {
  const titles = html.matchAll(/<h2 id="chapter-[^"]*">[\s\S]*?<a href="([^"#]+)">/g);
  return [...titles].map(([, address = '']) => address);
}
