import mdx from '@astrojs/mdx';
import { unified } from '@astrojs/markdown-remark';
import { defineConfig } from 'astro/config';
import { pipeline } from './src/markdown/pipeline.ts';
import { readPlacement } from './src/site.ts';

const { origin, base } = readPlacement(process.env);

export default defineConfig({
  ...(origin ? { site: origin } : {}),
  base,
  trailingSlash: 'always',
  build: { format: 'directory', inlineStylesheets: 'always' },
  // `jsx`, Astro's default, eats the space between inline elements on separate lines.
  compressHTML: true,
  devToolbar: { enabled: false },
  markdown: { syntaxHighlight: false, processor: unified(pipeline({ base })) },
  integrations: [mdx({ optimize: true })],
  vite: {
    // The policy of the pages allows fonts and images from files, not from data: addresses.
    build: { assetsInlineLimit: 0 },
  },
});
