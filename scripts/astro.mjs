/**
 * Runs Astro's command line, `node scripts/astro.mjs build` for `astro build`, without telemetry and without asking the
 * registry for a newer Astro. Both write into the user's home, the first before astro.config.mjs is read, and so that would
 * be too late a place to switch it off.
 *
 * A build is one for readers, whatever NODE_ENV says: under another, Vite and the packages that it bundles make another site.
 */
import { fileURLToPath } from 'node:url';
import './check-node.cjs';

const folder = fileURLToPath(new URL('..', import.meta.url));
const [sign] = /[#?%]/.exec(folder) ?? [];
if (sign) {
  console.error(
    `Vite takes “${sign}” in the name of a folder for a part of an address, and finds no files there: ` +
      `move the project out of ${folder}, or rename that.`,
  );
  process.exit(1);
}
if (process.argv[2] === 'build') process.env.NODE_ENV = 'production';

process.env.ASTRO_TELEMETRY_DISABLED = '1';
process.env.ASTRO_DISABLE_UPDATE_CHECK = 'true';
await import('../node_modules/astro/bin/astro.mjs');
