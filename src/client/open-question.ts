/**
 * Opens the question that the address names: a link to its title means its answer, which a browser opens by
 * itself only where the link leads inside of it.
 */
function openNamed(): void {
  const title = document.getElementById(decodeURIComponent(location.hash.slice(1)));
  const question = title?.closest('summary')?.parentElement;
  if (question instanceof HTMLDetailsElement) question.open = true;
}

addEventListener('hashchange', openNamed);
openNamed();
