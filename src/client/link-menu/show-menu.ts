import sheetAddress from './link-menu.css?url';
import { readPlace, type Place } from './read-place.ts';
import { ways } from './describe-place.ts';

/**
 * The menu of links, loaded when it is first asked for (see offer-menu.ts): it copies the address of what a
 * number stands for, or a citation, and says to eye and ear that it did.
 */
let place: Place;

const status = document.createElement('p');
status.role = 'status';
const list = document.createElement('div');
list.role = 'menu';
for (const [word, write] of ways) {
  const item = document.createElement('button');
  item.role = 'menuitem';
  item.textContent = word;
  item.onclick = async () => {
    status.textContent = '';
    try {
      // The Swedish write dates as the standard does.
      await navigator.clipboard.writeText(write(place, new Date().toLocaleDateString('sv')));
      status.textContent = `已复制：${word}`;
    } catch {
      // Not allowed by the reader, or not offered: browsers offer it to safe addresses only.
      status.textContent = '未能复制';
    }
  };
  list.append(item);
}

const menu = document.createElement('div');
menu.className = 'link-menu';
menu.popover = 'auto';
menu.append(list, status);
menu.onkeydown = (event) => {
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (!step) return;
  event.preventDefault();
  const items = [...list.querySelectorAll('button')];
  items.at((items.findIndex((item) => item.matches(':focus')) + step) % items.length)?.focus();
};
menu.addEventListener('focusout', ({ relatedTarget }) => {
  if (relatedTarget && !menu.contains(relatedTarget as Node)) menu.hidePopover();
});
document.querySelector('main')?.append(menu);

const sheet = document.createElement('link');
sheet.rel = 'stylesheet';
sheet.href = sheetAddress;
const loaded = new Promise((resolve) => (sheet.onload = sheet.onerror = resolve));
document.head.append(sheet);

// Loaded by its address, this module cannot be asked for what it exports.
addEventListener('link-menu', ({ target }) => void show(target as HTMLAnchorElement));

/** Shows the menu below a number that has just been followed, and puts the focus into it. */
async function show(link: HTMLAnchorElement): Promise<void> {
  await loaded;
  // Only in the next frame does what the link leads to stand in its place.
  await new Promise(requestAnimationFrame);
  place = readPlace(link);
  list.ariaLabel = `复制：${place.name}`;
  status.textContent = '';
  // Following a link takes the focus away; from here it comes back when the menu closes.
  link.focus({ preventScroll: true });
  menu.showPopover();
  const { left, bottom } = link.getBoundingClientRect();
  const most = document.documentElement.clientWidth - menu.offsetWidth - 12;
  menu.style.left = `${scrollX + Math.max(12, Math.min(left, most))}px`;
  menu.style.top = `${scrollY + bottom + 6}px`;
  list.querySelector('button')?.focus({ preventScroll: true });
}
