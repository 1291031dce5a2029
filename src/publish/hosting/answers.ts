/**
 * What a host is to say with the files of the site, apart from the files: the one place for it. `_headers` is
 * written from here; the configurations in deploy/ say the same in their hosts' languages, and tests hold them
 * to it.
 */

/** Sent with every answer. */
export const securityHeaders = {
  // The rest of the policy stands in each page, with the hashes of its scripts. A page cannot say this one itself.
  'Content-Security-Policy': "frame-ancestors 'none'",
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'strict-origin-when-cross-origin',
  'Permissions-Policy':
    'accelerometer=(), camera=(), display-capture=(), geolocation=(), gyroscope=(), magnetometer=(), ' +
    'microphone=(), midi=(), payment=(), usb=()',
  'Cross-Origin-Opener-Policy': 'same-origin',
} as const;

/** Files below it have their content's hash in their names: what is cached under a name stays right. */
export const hashedFolder = '_astro/';

/** How long an answer may be used again. */
export const caching = {
  hashed: 'public, max-age=31536000, immutable',
  /** Pages, sw.js, data, and that something does not exist: kept, and asked about each time. */
  other: 'public, max-age=0, must-revalidate',
} as const;

/** Types that hosts do not know by themselves or say without their charset, by extension. */
export const types = {
  csv: 'text/csv; charset=utf-8',
  epub: 'application/epub+zip',
  md: 'text/markdown; charset=utf-8',
  webmanifest: 'application/manifest+json',
  woff2: 'font/woff2',
} as const;
