import type { ElementContent } from 'hast';
import { toHtml } from 'hast-util-to-html';
import { site } from '../../site.ts';

/**
 * A document of the EPUB.
 *
 * @param title without markup
 * @param body what stands in its `<body>`
 */
export function xhtml(title: string, body: ElementContent[]): string {
  return `<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE html>
<html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops" lang="${site.language}" xml:lang="${site.language}">
<head>
<meta charset="utf-8" />
<title>${escapeXml(title)}</title>
<link rel="stylesheet" type="text/css" href="book.css" />
</head>
<body>${asXml(body)}</body>
</html>
`;
}

/** Text as XML has it, in attributes too. */
export function escapeXml(text: string): string {
  return text.replace(/[&<>"]/g, (character) => `&#${character.charCodeAt(0)};`);
}

/**
 * Elements as XML has them: with every tag closed, a value for every attribute, and no `<` inside of one. HTML has
 * quoted every value and written `"` and, in texts, `<` otherwise, so tags and attributes can be told.
 */
function asXml(children: ElementContent[]): string {
  const html = toHtml({ type: 'root', children }, { closeSelfClosing: true, closeEmptyElements: true });
  return html.replace(/<[a-z](?:[^<>"]|"[^"]*")*>/gi, (tag) =>
    tag.replace(
      /(\s[\w:-]+)(?:="([^"]*)")?/g,
      (_, name: string, value = '') => `${name}="${String(value).replaceAll('<', '&#60;')}"`,
    ),
  );
}
