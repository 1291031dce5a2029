import { excerpt, mark, type Stretch } from './excerpt.ts';
import type { Query } from './query.ts';
import type { Found } from './find.ts';
import type { SearchRecord } from './record.ts';

/** More are listed when the reader asks. */
const first = 30;

/** Says how much was found, for the eye and for screen readers. */
export function formatFound({ exact, near }: Found): string {
  if (exact.length) return `${exact.length} 处${near.length ? `，另有 ${near.length} 处可能相关` : ''}`;
  return near.length ? `没有全同的，${near.length} 处可能相关` : '没有找到';
}

/**
 * The results as elements: what is exact, and apart from it what is near.
 *
 * @param root address of the cover, which those of the results are relative to
 */
export function list({ exact, near }: Found, { words, pieces }: Query, root: string): Element[] {
  const parts: Element[] = [];
  if (exact.length) parts.push(...listPart(exact, words, root));
  if (near.length) parts.push(element('h2', '可能相关'), ...listPart(near, pieces, root));
  return parts;
}

/** What is said where nothing is exact: the contents may have it under another name. */
export function emptyMessage({ exact }: Found, contents: string): Element[] {
  return exact.length ? [] : [message('换个说法再试，或看', contents, '全书目录', '。')];
}

/** What is said when the records do not come. */
export function failureMessage(contents: string): Element {
  return message('索引没有载入，可能是网络不通。', contents, '全书目录', '列着所有章节，不用搜索也能找到。');
}

function listPart(records: SearchRecord[], words: readonly string[], root: string): Element[] {
  const items = document.createElement('ul');
  // What is to be marked where the result leads.
  items.dataset['words'] = JSON.stringify(words);
  items.append(...records.slice(0, first).map((record) => item(record, words, root)));
  if (records.length <= first) return [items];
  const more = element('button', `再列其余 ${records.length - first} 处`) as HTMLButtonElement;
  more.type = 'button';
  more.addEventListener('click', () => {
    const rest = records.slice(first).map((record) => item(record, words, root));
    items.append(...rest);
    more.remove();
    rest[0]?.querySelector('a')?.focus();
  });
  return [items, more];
}

function item(
  { address, head, title, names, text }: SearchRecord,
  words: readonly string[],
  root: string,
): Element {
  const link = document.createElement('a');
  link.href = new URL(`.${address}`, root).href;
  const where = element('small', `${head}　`);
  where.append(...mark([title, ...names].join('　'), words).map(asNode));
  link.append(where, ...excerpt(text, words).map(asNode));
  const entry = document.createElement('li');
  entry.append(link);
  return entry;
}

function asNode({ text, hit }: Stretch): Node {
  return hit ? element('mark', text) : new Text(text);
}

function message(before: string, address: string, name: string, after: string): Element {
  const said = element('p', before);
  const link = element('a', name) as HTMLAnchorElement;
  link.href = address;
  said.append(link, after);
  return said;
}

function element(name: string, text: string): HTMLElement {
  const made = document.createElement(name);
  made.textContent = text;
  return made;
}
