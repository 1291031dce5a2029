import type { AstroIntegration } from 'astro';

type Vite = NonNullable<
  Parameters<
    Parameters<NonNullable<AstroIntegration['hooks']['astro:config:setup']>>[0]['updateConfig']
  >[0]['vite']
>;

/** Has Vite compile the service worker along with the scripts of the pages, to a name that stays: `sw.js`. */
export const workerChunk: Vite = {
  plugins: [
    {
      name: 'service-worker',
      apply: 'build',
      buildStart() {
        if (this.environment.name === 'client')
          this.emitFile({ type: 'chunk', id: 'src/client/offline/worker.ts', fileName: 'sw.js' });
      },
    },
  ],
};
