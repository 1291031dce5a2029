import type { AstroIntegration } from 'astro';

/** The module that Vite puts around every dynamic import. */
const helper = 'vite/preload-helper';

/**
 * Leaves `import()` in scripts for the browser as it is. Vite wraps it in a helper that asks for style sheets
 * and imports of imports ahead of time: 700 bytes on every page, for what is loaded when search is opened.
 */
export function bareImports(): AstroIntegration {
  return {
    name: 'bare-imports',
    hooks: {
      'astro:config:setup': ({ updateConfig }) => {
        updateConfig({
          vite: {
            plugins: [
              {
                name: 'bare-imports',
                enforce: 'pre',
                load: (id) =>
                  id.includes(helper) ? 'export const __vitePreload = (load) => load();' : undefined,
              },
            ],
          },
        });
      },
    },
  };
}
