/**
 * Runs Astro's command line, `node scripts/astro.mjs build` for `astro build`, without telemetry and without asking the
 * registry for a newer Astro. Both write into the user's home, the first before astro.config.mjs is read, and so that would
 * be too late a place to switch it off.
 */
import './check-node.cjs';

process.env.ASTRO_TELEMETRY_DISABLED = '1';
process.env.ASTRO_DISABLE_UPDATE_CHECK = 'true';
await import('../node_modules/astro/bin/astro.mjs');
