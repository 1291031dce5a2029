import { DiagramError } from '../diagram-error.ts';

const CALLBACK = /^\s*(?:click|callback)\s+\S+\s+(?:call\b|callback\b|"?\w+"?\s*\()|^\s*callback\s/;
const SCRIPT_ADDRESS = /\b(?:j\s*a\s*v\s*a\s*s\s*c\s*r\s*i\s*p\s*t|vbscript|data)\s*:\s*[^\s,]/i;
const LINKING = /^\s*(?:click|link|links)\b|href|\$link/;
/** A node that is a picture: `A@{ img: "https://…" }`. */
const PICTURE = /@\{[^}]*\bimg\s*:/;
const COMMENT = /^\s*%%/;

/**
 * Refuses what needs a script of the page to work, or is one, and what the page would have to load:
 * Mermaid would drop it without a word.
 *
 * @throws DiagramError `diagram-script` or `diagram-unsafe-link` with the line
 */
export function refuseUnsafe(source: string): void {
  for (const [index, text] of source.split('\n').entries()) {
    if (COMMENT.test(text)) continue;
    const line = index + 1;
    if (CALLBACK.test(text)) {
      throw new DiagramError({
        rule: 'diagram-script',
        line,
        column: text.search(/\S/) + 1,
        reason: `A click that calls a script, "${text.trim()}", cannot work: diagrams are still pictures.`,
        remedy: 'Link to an address instead, as in: click A href "/maths/#x".',
      });
    }
    if (PICTURE.test(text)) {
      throw new DiagramError({
        rule: 'diagram-unsafe-link',
        line,
        column: text.search(PICTURE) + 1,
        reason: `A node that loads a picture, "${text.trim()}", cannot be drawn.`,
        remedy: 'Give the node a label instead; a diagram must not load anything.',
      });
    }
    const address = LINKING.test(text) ? SCRIPT_ADDRESS.exec(text) : null;
    if (address) {
      throw new DiagramError({
        rule: 'diagram-unsafe-link',
        line,
        column: address.index + 1,
        reason: `The link in "${text.trim()}" is a script, not an address.`,
        remedy: 'Link to a page: "#id", "/chapter/#id" or "https://…".',
      });
    }
  }
}
