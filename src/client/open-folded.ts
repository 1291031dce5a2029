/**
 * Opens what the address names and whatever it is folded in: a question, the evidence of a note, the table
 * below a figure. Browsers open by themselves only what the named thing is inside of, and not all of them do.
 */
function openNamed(): void {
  const named = document.getElementById(decodeURIComponent(location.hash.slice(1)));
  for (let folded = named?.closest('details'); folded; folded = folded.parentElement?.closest('details'))
    folded.open = true;
}

addEventListener('hashchange', openNamed);
openNamed();
