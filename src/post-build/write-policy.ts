import { createHash } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Page, PageElement } from './read-page.ts';
import type { Site } from './read-site.ts';

/** Types of `<script>` that run or configure what runs; anything else is data, and no policy looks at it. */
const running = /^(|module|importmap|speculationrules|(text|application)\/(x-)?(java|ecma)script)$/i;

/**
 * Writes a Content-Security-Policy into every page: nothing is allowed but files of this site, and the
 * scripts and styles that stand in the page itself, named by their hashes. It is a `<meta>`, because a plain
 * file host lets nobody choose headers; and it stands first, because it binds only what comes after it.
 *
 * @param dist folder of the built site
 * @param site the site as it was read from there
 */
export async function writePolicy(dist: string, site: Site): Promise<void> {
  await Promise.all(
    [...site.pages.values()].map((page) => writeFile(path.join(dist, page.file), withPolicy(page))),
  );
}

/** The HTML of a page with its policy after the declaration of its charset. */
function withPolicy(page: Page): string {
  const charset = findCharset(page);
  if (charset?.openedAt === undefined) return page.html;
  const meta = `<meta http-equiv="content-security-policy" content="${policyOf(page)}">`;
  return page.html.slice(0, charset.openedAt) + meta + page.html.slice(charset.openedAt);
}

/** The element that declares a page's charset. */
export function findCharset(page: Page): PageElement | undefined {
  return page.elements.find(({ name, attributes }) => name === 'meta' && attributes.has('charset'));
}

/** The policy of a page: the same for the same page, whatever the machine. */
function policyOf({ elements }: Page): string {
  const scripts = elements.filter(
    ({ name, attributes }) =>
      name === 'script' && !attributes.has('src') && running.test(attributes.get('type') ?? ''),
  );
  const styles = elements.filter(({ name }) => name === 'style');
  return [
    "default-src 'none'",
    // The search compiles Pagefind's WebAssembly, which comes from this site as well.
    `script-src 'self' 'wasm-unsafe-eval'${hashes(scripts)}`,
    `style-src 'self'${hashes(styles)}`,
    "img-src 'self'",
    "font-src 'self'",
    "connect-src 'self'",
    "manifest-src 'self'",
    "worker-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');
}

function hashes(elements: PageElement[]): string {
  const texts = new Set(elements.map(({ text }) => text));
  return [...texts].map((text) => ` 'sha256-${createHash('sha256').update(text).digest('base64')}'`).join('');
}
