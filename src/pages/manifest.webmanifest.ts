import type { APIRoute } from 'astro';
import { href } from '../book/address.ts';
import { site } from '../site.ts';

const icon = (name: string, size: number, purpose: string): object => ({
  src: href(`/app-icons/${name}.png`),
  sizes: `${size}x${size}`,
  type: 'image/png',
  purpose,
});

/** What a system asks that installs the book. */
export const GET: APIRoute = () =>
  new Response(
    JSON.stringify({
      id: href('/'),
      name: site.title,
      short_name: site.shortTitle,
      description: site.description,
      lang: site.language,
      dir: 'ltr',
      start_url: href('/'),
      scope: href('/'),
      // With the browser's own way back: pages have none.
      display: 'minimal-ui',
      background_color: site.paper.light,
      theme_color: site.paper.light,
      icons: [icon('192', 192, 'any'), icon('512', 512, 'any'), icon('maskable-512', 512, 'maskable')],
    }),
  );
