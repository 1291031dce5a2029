/**
 * Remembers which reading the reader chose (see ReadingSwitch.astro), and keeps the switch true to what is
 * seen when a link has led to something that the chosen reading hides.
 */
const key = 'edition-reading';
const page = document.documentElement;

/** The switch as it stands. */
function chosen(): HTMLInputElement | null {
  return document.querySelector('[name=reading]:checked');
}

/** What the script before the text did on arrival, for a page that the browser brings back as it was. */
function recall(): void {
  const radio = document.getElementById(`reading-${localStorage[key]}`);
  if (radio instanceof HTMLInputElement) radio.checked = true;
}

/**
 * While the address names something of the editors', the style sheet lifts the hiding of 原文. The switch then
 * says 校注本, without this being the reader's choice for other pages.
 */
function followTarget(): void {
  delete page.dataset['chosen'];
  const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
  const edition = document.getElementById('reading-edition');
  if (chosen()?.value !== 'article' || !(edition instanceof HTMLInputElement)) return;
  if (target?.closest('main [data-layer=editorial]:not(nav)')) edition.checked = true;
}

document.querySelector('.readings')?.addEventListener('change', () => {
  // From here on the choice counts, and no longer what the address named.
  page.dataset['chosen'] = '';
  if (location.search) history.replaceState(null, '', location.pathname + location.hash);
  localStorage[key] = chosen()?.value;
});
addEventListener('hashchange', followTarget);
addEventListener('pageshow', ({ persisted }) => persisted && recall());

// A reading that a link asked for goes on to the next page, as one that was chosen does.
const linked = new URLSearchParams(location.search).has('reading') && chosen()?.value;
followTarget();
if (linked) localStorage[key] = linked;
