import type { Element, ElementContent } from 'hast';
import { h } from 'hastscript';
import { contract } from '../book/html-contract.ts';
import { attributeOf, createFinder, replaceElements, type Finder } from '../build/html.ts';
import type { OpenPart, Part, PartSection } from './book.ts';
import { plainText } from './plain-text.ts';

/**
 * Opens a part of the book.
 *
 * @param page finds in the part's page
 * @returns undefined when the page has no text: the checks tell what is wrong with it
 */
export function openPart(part: Part, page: Finder): OpenPart | undefined {
  const main = page.first('main');
  if (!main) return undefined;
  const body = part.place === 'front' || part.place === 'closing' ? halfOfCover(main, part.place) : main;
  const { all, first } = createFinder(body);
  const lead = first(contract.lead);
  return {
    ...part,
    body,
    // The title of the footnotes is none of the chapter's.
    sections: all(`:is(h2, h3)[id]:not(${contract.footnotes} > *)`).map(describeSection),
    lead: lead ? plainText(lead) : '',
  };
}

function halfOfCover(cover: Element, place: 'front' | 'closing'): Element {
  const { first } = createFinder(cover);
  const [contents, closing] = [first(contract.contents), first('#closing')];
  const isClosing = (node: ElementContent): boolean => node === closing;
  const children =
    place === 'closing'
      ? cover.children.filter(isClosing)
      : cover.children.slice(0, contents ? cover.children.indexOf(contents) : undefined);
  return { type: 'element', tagName: 'main', properties: {}, children };
}

function describeSection(heading: Element): PartSection {
  const number = createFinder(heading).first(contract.number);
  const rest = heading.children.filter((child) => child !== number);
  return {
    id: attributeOf(heading, 'id') ?? '',
    number: number ? plainText(number).replace(/^§|\.$/g, '') : '',
    title: plainText({ type: 'root', children: rest }),
    depth: Number(heading.tagName.slice(1)),
  };
}

/** Takes out of an element what only a page needs: switches, scripts, hints where a line may not break. */
export function dropInterface(body: Element): void {
  replaceElements(body, `script, button, template, wbr, ${contract.screen}`);
  unfold(body, 'details');
  dropHints(body);
}

/**
 * Opens what the site folds, and what a page lets its reader try: in a book nothing can be opened. Its summary is its title.
 *
 *     <details><summary>自己量一量</summary>…   →   <div><p><strong>自己量一量</strong></p>…
 *
 * @param selector of the `<details>` that are opened
 */
export function unfold(body: Element, selector: string): void {
  const { all } = createFinder(body);
  for (const details of all(selector)) {
    details.tagName = 'div';
    Object.assign(details.properties, { open: undefined, name: undefined, dataLab: undefined });
    details.children = details.children.map((child) => {
      if (child.type !== 'element' || child.tagName !== 'summary') return child;
      return createFinder(child).first('h1, h2, h3, h4, h5, h6') ?? h('p', h('strong', child.children));
    });
  }
}

function dropHints(node: Element | ElementContent): void {
  if (node.type === 'text') node.value = node.value.replace(/[\u200b\u2060]/g, '');
  if ('children' in node) node.children.forEach(dropHints);
}
