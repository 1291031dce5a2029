// As addresses, not as modules: for `import()` of a module Vite adds a loader of its own, five times as large as this.
import backprop from './lab/backprop.ts?worker&url';
import regression from './lab/regression.ts?worker&url';

/** Loads what can be tried out when its place is opened: by the reader, or by an address that names it. */
const place = document.querySelector<HTMLDetailsElement>('[data-lab]');

function openNamed(): void {
  if (place && (location.hash === `#${place.id}` || location.search.includes('lab='))) place.open = true;
}

place?.addEventListener(
  'toggle',
  () => void import(/* @vite-ignore */ place.dataset['lab'] === 'backprop' ? backprop : regression),
  { once: true },
);
addEventListener('hashchange', openNamed);
openNamed();
