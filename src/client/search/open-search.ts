/**
 * Opens the search, which is loaded now and not before: from its word in the header or the text, which without
 * scripts leads to the contents page, and by Ctrl or ⌘ with K. A result that was opened is marked on arrival.
 */
const words = document.querySelectorAll<HTMLAnchorElement>('a.search');
const [word] = words;

function open(event: Event): void {
  if (!word) return;
  event.preventDefault();
  import('./search-dialog.ts').then(
    ({ show }) => show(word.href),
    () => (location.href = `${word.href}#search-failed`),
  );
}

for (const one of words)
  one.addEventListener('click', (event) => event.ctrlKey || event.metaKey || event.shiftKey || open(event));
addEventListener('keydown', (event) => {
  if ((event.ctrlKey || event.metaKey) && event.key === 'k') open(event);
});
if (sessionStorage['edition-hit']) void import('./show-hit.ts').then(({ showHit }) => showHit());
