import { readFileSync } from 'node:fs';
import postcss from 'postcss';

/** The site's colours by the names of their custom properties. */
export type Palette = ReadonlyMap<string, { light: string; dark: string }>;

/** Where they are written: the one source, for pages and for all that is drawn. */
const tokens = new URL('./layouts/styles/tokens.css', import.meta.url);

/** Reads the site's colours. */
export function readPalette(): Palette {
  const palette = new Map<string, { light: string; dark: string }>();
  postcss.parse(readFileSync(tokens, 'utf8')).walkDecls(/^--/, ({ prop, value }) => {
    const [, light, dark] = /^light-dark\((#\w+), (#\w+)\)$/.exec(value) ?? [];
    if (light && dark) palette.set(prop.slice(2), { light, dark });
  });
  return palette;
}
