import { createHash } from 'node:crypto';
import type { Element } from 'hast';
import { h } from 'hastscript';

/**
 * Returns the Content-Security-Policy of a page: nothing is allowed but files of this site, and the scripts and styles that
 * stand in the page itself, named by their hashes. It is a `<meta>`, because a plain file host lets nobody choose headers;
 * and it belongs behind the charset, because it binds only what comes after it.
 *
 * @param scripts hashes as the policy names them: `'sha256-…'`
 * @param styles the same
 */
export function policyOf(scripts: readonly string[], styles: readonly string[]): Element {
  const directives = [
    "default-src 'none'",
    ["script-src 'self'", ...new Set(scripts)].join(' '),
    ["style-src 'self'", ...new Set(styles)].join(' '),
    "img-src 'self'",
    "font-src 'self'",
    "connect-src 'self'",
    "manifest-src 'self'",
    "worker-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
  ];
  return h('meta', { httpEquiv: 'content-security-policy', content: directives.join('; ') });
}

/** Returns the hash of a script or style that stands in a page, as a policy names it: `'sha256-…'`. */
export function hashOf(text: string): string {
  return `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
}
