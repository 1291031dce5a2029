import mdx from '@astrojs/mdx';
import sitemap from '@astrojs/sitemap';
import { defineConfig } from 'astro/config';
import { bareImports } from './src/build/bare-imports.ts';
import { publishing } from './src/publish/index.ts';
import { proofreading } from './src/proofreading/index.ts';
import { readPlacement } from './src/site.ts';

const { origin, base } = readPlacement(process.env);
const { integration, processor, book } = proofreading(base);

// `npm run` has switched it off already (scripts/astro.mjs); this is for whoever starts `astro` itself: nothing is sent.
process.env.ASTRO_TELEMETRY_DISABLED = '1';

export default defineConfig({
  ...(origin ? { site: origin } : {}),
  base,
  trailingSlash: 'always',
  // While one page is written others are rendered: of a large book a quarter of the time goes into waiting for files.
  build: { format: 'directory', inlineStylesheets: 'always', concurrency: 8 },
  // `jsx`, Astro's default, eats the space between inline elements on separate lines.
  compressHTML: true,
  devToolbar: { enabled: false },
  // Writes what frontmatters may say for the editor; .vscode/settings.json has it read.
  experimental: { contentIntellisense: true },
  markdown: { syntaxHighlight: false, processor },
  integrations: [
    integration,
    mdx({ optimize: true }),
    ...(origin ? [sitemap({ filter: (page) => !/\/print\/(\d+\/)?$/.test(page) })] : []),
    bareImports(),
    publishing({ origin, base }, book),
  ],
  vite: {
    // The policy of the pages allows fonts and images from files, not from data: addresses.
    build: {
      assetsInlineLimit: 0,
      rolldownOptions: {
        onLog(level, log, handle) {
          // Astro writes "use astro:head-inject" into MDX modules, and its bundler warns of it, once a chapter.
          if (log.code !== 'MODULE_LEVEL_DIRECTIVE') handle(level, log);
        },
      },
    },
  },
});
