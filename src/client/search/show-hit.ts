import { findWords, foldWithPlaces } from './fold.ts';
import { unread } from './selectors.ts';

const key = 'edition-hit';

/** What parts texts from each other. */
const blocks = 'p, li, dt, dd, td, th, caption, figcaption, pre, h1, h2, h3, div';

/** Keeps what was searched for until the page that the result leads to is there. */
export function rememberHit(address: string, words: readonly string[]): void {
  try {
    sessionStorage[key] = JSON.stringify({ address, words });
  } catch {
    // Forbidden by the reader: the result opens without marks.
  }
}

/**
 * Marks what was searched for in the part of the page that the address names, opens what it is folded into,
 * and brings the first into sight. The marks are the browser's (CSS Custom Highlight API): the page itself is
 * not changed. Where there is no such thing, nothing happens.
 */
export function showHit(): void {
  const kept = sessionStorage[key] as string | undefined;
  sessionStorage.removeItem(key);
  if (!kept || !('highlights' in CSS)) return;
  const { address, words } = JSON.parse(kept) as { address: string; words: string[] };
  if (address !== location.href) return;

  const ranges = rangesIn(textNodes(location.hash.slice(1)), words);
  const sheet = new CSSStyleSheet();
  sheet.replaceSync('::highlight(hit){background:var(--mark);color:var(--ink)}');
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
  CSS.highlights.set('hit', new Highlight(...ranges));

  const first = ranges[0]?.startContainer.parentElement;
  for (let at = first?.closest('details'); at; at = at.parentElement?.closest('details')) at.open = true;
  const box = ranges[0]?.getBoundingClientRect();
  if (box && (box.top < 0 || box.bottom > innerHeight)) first?.scrollIntoView({ block: 'center' });
}

/** The texts of a section, up to the next one; of anything else that has an address; of the page. */
function textNodes(id: string): Text[] {
  const main = document.querySelector('main');
  const target = document.getElementById(id);
  const section = target?.matches('h2, h3');
  const root = target && !section ? target : main;
  if (!root) return [];
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_ALL, (node) =>
    node instanceof Element && node.matches(unread) ? NodeFilter.FILTER_REJECT : NodeFilter.FILTER_ACCEPT,
  );
  const texts: Text[] = [];
  let inside = !section;
  while (walker.nextNode()) {
    const node = walker.currentNode;
    if (section && node instanceof Element && node.matches('h2, h3')) {
      if (inside) break;
      inside = node === target;
    }
    if (inside && node instanceof Text) texts.push(node);
  }
  return texts;
}

/** Where the words stand, in texts that links and marks part, but not beyond a block. */
function rangesIn(texts: readonly Text[], words: readonly string[]): Range[] {
  let joined = '';
  let block: Element | null | undefined;
  const starts = texts.map((text) => {
    const itsBlock = text.parentElement?.closest(blocks);
    if (itsBlock !== block) joined += '\n';
    block = itsBlock;
    const start = joined.length;
    joined += text.data;
    return start;
  });
  const place = (offset: number): [Text, number] | undefined => {
    const index = starts.findLastIndex((start) => start <= offset);
    const text = texts[index];
    return text && [text, Math.min(offset - (starts[index] ?? 0), text.length)];
  };
  return findWords(foldWithPlaces(joined), words).flatMap(([start, end]) => {
    const [from, last] = [place(start), place(end - 1)];
    if (!from || !last) return [];
    const range = new Range();
    range.setStart(...from);
    range.setEnd(last[0], Math.min(last[1] + 1, last[0].length));
    return [range];
  });
}
