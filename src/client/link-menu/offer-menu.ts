// As an address, not as a module: for `import()` of a module Vite adds a loader of its own, five times as large.
import menu from './show-menu.ts?worker&url';

/**
 * Offers the menu of links at every number that leads to itself. The link is followed as ever; the menu is
 * loaded when one is used for the first time.
 */
const own = '.number[href],figcaption>a:first-child,.equation-number,.question>a,dfn>a';

for (const link of document.querySelectorAll(`main :is(${own})`)) link.ariaHasPopup = 'menu';
addEventListener('click', ({ target, ctrlKey, metaKey, shiftKey }) => {
  const link = target instanceof Element && target.closest('main [aria-haspopup]');
  if (link && !ctrlKey && !metaKey && !shiftKey)
    void import(/* @vite-ignore */ menu).then(() =>
      link.dispatchEvent(new Event('link-menu', { bubbles: true })),
    );
});
