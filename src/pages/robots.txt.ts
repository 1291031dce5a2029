import type { APIRoute } from 'astro';
import { href } from '../book/address.ts';

/** Everything may be read; where the pages are listed is said when the site knows its own address. */
export const GET: APIRoute = ({ site }) => {
  const sitemap = site ? `\nSitemap: ${new URL(href('/sitemap-index.xml'), site).href}\n` : '';
  return new Response(`User-agent: *\nAllow: /\n${sitemap}`);
};
