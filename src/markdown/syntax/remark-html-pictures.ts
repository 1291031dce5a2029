import type { Html, Image, Paragraph, Parents, Root } from 'mdast';
import { visit } from '../../build/visit.ts';
import { isFlow } from './remark-html.ts';

/**
 * Makes a picture of HTML one of Markdown's, so that it is looked for, and packed, as these are.
 *
 *     <img src="a.png" alt="图" width="200">          →   an image
 *     <p align="center"><img src="a.png"></p>        →   HTML, an image, HTML
 *
 * Order: before what finds pictures again by their places.
 */
export function remarkHtmlPictures() {
  return (tree: Root): void => {
    visit(tree, 'html', (node, index, parent) => {
      if (index === undefined || !parent || !/<img\b/i.test(node.value)) return undefined;
      const parts = divide(node);
      const alone = parts.length === 1 && isFlow(parent as Parents);
      const shown = alone
        ? [{ type: 'paragraph', children: parts, position: node.position } as Paragraph]
        : parts;
      parent.children.splice(index, 1, ...(shown as never[]));
      return index + shown.length;
    });
  };
}

/** The HTML before, between and behind the pictures in it, and these. */
function divide(node: Html): (Html | Image)[] {
  const { position } = node;
  let at = 0;
  return node.value.split(/(<img\b[^>]*>)/i).flatMap((value): (Html | Image)[] => {
    const before = node.value.slice(0, at).split('\n');
    at += value.length;
    const picture = pictureOf(value);
    if (!picture) return value.trim() ? [{ type: 'html', value, position }] : [];
    // The line is what it is found by.
    const line = (position?.start.line ?? 1) + before.length - 1;
    const column = before.length > 1 ? 1 : (position?.start.column ?? 1);
    return [
      { ...picture, position: position && { ...position, start: { ...position.start, line, column } } },
    ];
  });
}

/** An `<img>`, as Markdown has it. */
function pictureOf(value: string): Image | undefined {
  const read = (name: string): string | undefined => {
    const [, double, single, bare] =
      new RegExp(`\\s${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)'|([^\\s"'>]+))`, 'i').exec(value) ?? [];
    return double ?? single ?? bare;
  };
  const url = /^<img\b/i.test(value) ? read('src') : undefined;
  if (url === undefined) return undefined;
  const size = ['width', 'height'].flatMap((name) =>
    /^\d+$/.test(read(name) ?? '') ? [[name, read(name)]] : [],
  );
  return {
    type: 'image',
    url,
    alt: read('alt') ?? '',
    title: read('title') ?? null,
    data: { hProperties: Object.fromEntries(size) as Record<string, string> },
  };
}
