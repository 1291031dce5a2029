// As an address, not as a module: for `import()` of a module Vite adds a loader of its own, five times as large.
import menu from './show-menu.ts?worker&url';

/**
 * Offers the menu of links at every number, label and term that leads to its own place. The link is followed
 * as ever; the menu is loaded when one is used for the first time. No class is named here: the build would
 * keep its rules on every page.
 */
for (const link of document.querySelectorAll('main a[href^="#"]')) {
  // By attribute: links of drawings have no `hash`.
  const named = document.getElementById(link.getAttribute('href')?.slice(1) ?? '');
  // The number of a question lies over its title, and not in it.
  if (named?.contains(link) || link.parentElement?.contains(named)) link.ariaHasPopup = 'menu';
}
addEventListener('click', ({ target, ctrlKey, metaKey, shiftKey }) => {
  const link = target instanceof Element && target.closest('main [aria-haspopup]');
  if (link && !ctrlKey && !metaKey && !shiftKey)
    void import(/* @vite-ignore */ menu).then(() =>
      link.dispatchEvent(new Event('link-menu', { bubbles: true })),
    );
});
