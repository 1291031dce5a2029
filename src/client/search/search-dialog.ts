import sheetAddress from './search-dialog.css?url';
import { find, foldRecord, type FoldedRecord } from './find.ts';
import { loadRecords } from './load-records.ts';
import { readQuery } from './query.ts';
import { emptyMessage, failureMessage, list, formatFound } from './results.ts';
import { rememberHit, showHit } from './show-hit.ts';

let dialog: HTMLDialogElement | undefined;

/**
 * Shows the search, which is made when it is first asked for.
 *
 * @param contents address of the contents page, where a search that fails leads
 */
export async function show(contents: string): Promise<void> {
  dialog ??= await make(contents);
  if (dialog.open) return;
  dialog.showModal();
  dialog.querySelector('input')?.select();
}

async function make(contents: string): Promise<HTMLDialogElement> {
  await loadSheet();
  const made = document.createElement('dialog');
  made.className = 'search-dialog';
  made.ariaLabel = '搜索';
  made.dataset['layer'] = 'editorial';
  made.setAttribute('closedby', 'any');
  made.innerHTML =
    '<div class="asked"><input type="search" aria-label="搜索" placeholder="搜索正文、校注与术语" ' +
    'autocomplete="off" spellcheck="false"><button type="button">关闭</button></div>' +
    '<p role="status"></p><div class="found"></div>';
  document.body.append(made);
  wire(made, contents);
  return made;
}

function wire(made: HTMLDialogElement, contents: string): void {
  const input = part(made, 'input') as HTMLInputElement;
  const status = part(made, '[role=status]');
  const found = part(made, '.found');
  const root = new URL('../', contents).href;
  let loading: Promise<FoldedRecord[]> | undefined;
  let asked = 0;

  async function answer(): Promise<void> {
    const query = readQuery(input.value);
    const turn = ++asked;
    if (!query) {
      status.textContent = '';
      found.replaceChildren();
      return;
    }
    try {
      loading ??= loadRecords(`${root}search/`).then((records) => records.map(foldRecord));
      const records = await loading;
      // Another letter was typed meanwhile, whose answer this is not.
      if (turn !== asked) return;
      const results = find(records, query);
      status.textContent = formatFound(results);
      found.replaceChildren(...list(results, query, root), ...emptyMessage(results, contents));
    } catch {
      loading = undefined;
      if (turn !== asked) return;
      status.textContent = '搜索未能载入';
      found.replaceChildren(failureMessage(`${contents}#search-failed`));
    }
    found.scrollTop = 0;
  }

  // While an input method composes, what stands in the field is not yet what is meant.
  input.addEventListener('input', (event) => (event as InputEvent).isComposing || void answer());
  input.addEventListener('compositionend', () => void answer());
  part(made, 'button').addEventListener('click', () => made.close());
  // Where closedby is not known: a click beside the dialog is one on itself, outside of its parts.
  made.addEventListener('click', (event) => event.target === made && made.close());
  made.addEventListener('keydown', (event) => {
    if (isComposing(event)) return;
    move(event, input, found);
    // Else the first Esc only empties the field, in Chromium.
    if (event.key === 'Escape') {
      event.preventDefault();
      made.close();
    }
  });
  found.addEventListener('click', (event) => {
    const link = (event.target as Element).closest('a');
    const words = link?.closest('ul')?.dataset['words'];
    if (!link || words === undefined) return;
    rememberHit(link.href, JSON.parse(words) as string[]);
    // On this page no script starts anew.
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    const here = link.href.split('#')[0] === location.href.split('#')[0];
    made.close();
    if (here) requestAnimationFrame(() => requestAnimationFrame(showHit));
  });
}

/** Is the key the input method's? In Safari the composition has ended when its Enter comes; 229 tells. */
function isComposing({ isComposing, keyCode }: KeyboardEvent): boolean {
  return isComposing || keyCode === 229;
}

/** The arrows go through the results and back to the field; Enter in the field opens the first. */
function move(event: KeyboardEvent, input: HTMLInputElement, found: Element): void {
  const stops: HTMLElement[] = [input, ...found.querySelectorAll('a')];
  const at = stops.indexOf(document.activeElement as HTMLElement);
  if (at === -1) return;
  if (event.key === 'Enter' && at === 0) {
    event.preventDefault();
    found.querySelector<HTMLAnchorElement>('li a')?.click();
  }
  const to = { ArrowDown: at + 1, ArrowUp: at - 1 }[event.key];
  if (to === undefined) return;
  event.preventDefault();
  stops[(to + stops.length) % stops.length]?.focus();
}

async function loadSheet(): Promise<void> {
  const link = document.createElement('link');
  link.rel = 'stylesheet';
  link.href = sheetAddress;
  await new Promise((resolve, reject) => {
    link.onload = resolve;
    link.onerror = reject;
    document.head.append(link);
  });
}

function part(parent: Element, selector: string): HTMLElement {
  const found = parent.querySelector<HTMLElement>(selector);
  if (!found) throw new Error(`The search has no ${selector}.`);
  return found;
}
