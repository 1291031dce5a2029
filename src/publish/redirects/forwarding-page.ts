import { site } from '../../site.ts';

/** A page that takes its reader elsewhere. */
interface Forwarding {
  /** Its name, for browsers and search engines. */
  name: string;
  /** More of its head, as HTML. */
  head: string;
  /** Where it leads, on whatever host the site is. */
  target: string;
  /** What a reader sees whose browser does not go by itself, as HTML; its first link leads on. */
  body: string;
  /** What a script does; to the first link, where nothing is said. */
  script?: string;
}

/** Is a file the page of a section, `s/model/index.html`, which forwards to it? */
export function isForwarding(file: string): boolean {
  return file.startsWith('s/') && file.endsWith('.html');
}

/** The page: a script goes at once and leaves no step behind in the history; without one, the refresh goes. */
export function forwardingPage({ name, head, target, body, script }: Forwarding): string {
  return (
    `<!DOCTYPE html><html lang="${site.language}"><head><meta charset="utf-8">` +
    '<meta name="viewport" content="width=device-width, initial-scale=1">' +
    '<meta name="color-scheme" content="light dark">' +
    `<title>${escapeHtml(name)}</title>${head}` +
    `<meta http-equiv="refresh" content="0; url=${escapeHtml(target)}">` +
    `</head><body><main data-layer="editorial">${body}</main>` +
    `<script>${script ?? 'location.replace(document.links[0].href)'}</script></body></html>\n`
  );
}

/** Text as it stands in HTML, in an attribute too. */
export function escapeHtml(text: string): string {
  return text.replace(/[&<>"]/g, (mark) => `&#${mark.charCodeAt(0)};`);
}
