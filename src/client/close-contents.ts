/** Closes the contents, where they are a popover, when a link in them leads to another place of the same page. */
const contents = document.getElementById('toc');

contents?.addEventListener('click', ({ target }) => {
  // Browsers without popovers show the contents in the page, where there is nothing to close.
  if ((target as Element).closest('a')) (contents as Partial<HTMLElement>).hidePopover?.();
});
