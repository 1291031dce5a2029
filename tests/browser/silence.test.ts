import { expect, test } from 'vitest';
import { openBook } from './open-book.ts';

test.each(['plain', 'placed'] as const)(
  'no page of the build "%s" breaks its policy, complains, or asks for what is not there',
  async (name) => {
    const book = await openBook(name);
    const said: string[] = [];
    const page = await book.browser.newPage({ serviceWorkers: 'allow' });
    await page.addInitScript(() => {
      document.addEventListener('securitypolicyviolation', (event) => {
        console.error(`violates ${event.violatedDirective}: ${event.blockedURI} ${event.sample}`);
      });
    });
    page.on('console', (message) => {
      if (['error', 'warning'].includes(message.type())) said.push(`${page.url()}: ${message.text()}`);
    });
    page.on('pageerror', (error) => said.push(`${page.url()}: ${error.message}`));
    page.on('request', (request) => {
      if (!request.url().startsWith(book.address)) said.push(`${page.url()} asks for ${request.url()}`);
    });
    page.on('response', (response) => {
      if (response.status() >= 400) said.push(`${page.url()}: ${response.status()} ${response.url()}`);
    });

    for (const address of book.pages) {
      await page.goto(address);
      // What stands closed or out of sight is loaded and painted too.
      await page.evaluate(async () => {
        for (const details of document.querySelectorAll('details')) details.open = true;
        scrollTo(0, document.body.scrollHeight);
        await document.fonts.ready;
      });
    }
    await book.close();
    expect(said).toEqual([]);
  },
);
