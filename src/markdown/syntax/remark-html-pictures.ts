import type { Html, Image, Parents, Root, RootContent } from 'mdast';
import { visit } from '../../build/visit.ts';
import { isFlow } from './remark-html.ts';

/**
 * Makes a picture of HTML one of Markdown's, so that it is looked for, and packed, as these are.
 *
 *     <img src="a.png" alt="图" width="200">   →   an image
 *
 * Order: before what finds pictures again by their places.
 */
export function remarkHtmlPictures() {
  return (tree: Root): void => {
    visit(tree, 'html', (node, index, parent) => {
      const image = pictureOf(node);
      if (!image || index === undefined || !parent) return;
      const { position } = node;
      const block: RootContent = { type: 'paragraph', children: [image], position };
      parent.children.splice(index, 1, isFlow(parent as Parents) ? block : image);
    });
  };
}

/** An `<img>` that stands alone in a piece of HTML, as Markdown has it. */
function pictureOf({ value, position }: Html): Image | undefined {
  if (!/^\s*<img\b[^>]*>\s*$/i.test(value)) return undefined;
  const read = (name: string): string | undefined => {
    const [, double, single, bare] =
      new RegExp(`\\s${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)'|([^\\s"'>]+))`, 'i').exec(value) ?? [];
    return double ?? single ?? bare;
  };
  const url = read('src');
  if (url === undefined) return undefined;
  const size = Object.fromEntries(
    ['width', 'height'].flatMap((name) => (/^\d+$/.test(read(name) ?? '') ? [[name, read(name)]] : [])),
  ) as Record<string, string>;
  return {
    type: 'image',
    url,
    alt: read('alt') ?? '',
    title: read('title') ?? null,
    position,
    data: { hProperties: size },
  };
}
