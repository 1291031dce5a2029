import { readdirSync } from 'node:fs';
import type { Browser } from 'playwright-core';
import { inject } from 'vitest';
import { serve } from '../../scripts/serve.ts';
import { launchChromium } from '../../src/exports/pdf/chromium.ts';
import { nginx, serveWithNginx } from '../hosts/nginx.ts';

export interface OpenBook {
  browser: Browser;
  /** Where the cover is. */
  address: string;
  /** Addresses of all pages that readers stay on. */
  pages: string[];
  close(): Promise<void>;
}

/**
 * Serves a built site, as a host would where there is an nginx, and starts a browser to look at it with.
 *
 * @param name which of the sites that are built for the tests
 * @throws Error when no browser is found
 */
export async function openBook(name: 'plain' | 'placed' = 'plain'): Promise<OpenBook> {
  const { dist, base } = inject('sites')[name];
  const server = nginx ? await serveWithNginx(dist, base) : await serve({ dist, base, port: 0 });
  const browser = await launchReader();
  const files = readdirSync(dist, { recursive: true, encoding: 'utf8' }).filter(
    (file) => file.endsWith('.html') && !/^s[\\/]/.test(file),
  );
  return {
    browser,
    address: server.address,
    pages: files
      .sort()
      .map((file) => server.address + file.replaceAll('\\', '/').replace(/index\.html$/, '')),
    close: async () => {
      await browser.close();
      await server.close();
    },
  };
}

/** Without service workers unless a test wants them: what they keep would not come over the test's network. */
async function launchReader(): Promise<Browser> {
  const browser = await launchChromium();
  const newContext = browser.newContext.bind(browser);
  // `newPage` makes its context with this too.
  browser.newContext = (options) => newContext({ serviceWorkers: 'block', ...options });
  return browser;
}
