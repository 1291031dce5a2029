/**
 * Runs Astro's command line, `node src/astro.mjs build` for `astro build`, without telemetry: Astro writes of it into the
 * user's home before it reads astro.config.mjs, and so that would be too late a place to switch it off.
 */
import './check-node.cjs';

process.env.ASTRO_TELEMETRY_DISABLED = '1';
await import('../node_modules/astro/bin/astro.mjs');
