/**
 * The Content-Security-Policy of a page: nothing is allowed but files of this site, and the scripts and styles that stand
 * in the page itself, named by their hashes. It is a `<meta>`, because a plain file host lets nobody choose headers; and
 * it stands first, because it binds only what comes after it.
 *
 * @param scripts hashes as the policy names them: `'sha256-…'`
 * @param styles the same
 * @returns the `<meta>`, the same for the same page, whatever the machine
 */
export function policyOf(scripts: readonly string[], styles: readonly string[]): string {
  const directives = [
    "default-src 'none'",
    ["script-src 'self'", ...scripts].join(' '),
    ["style-src 'self'", ...styles].join(' '),
    "img-src 'self'",
    "font-src 'self'",
    "connect-src 'self'",
    "manifest-src 'self'",
    "worker-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
  ];
  return `<meta http-equiv="content-security-policy" content="${directives.join('; ')}">`;
}
