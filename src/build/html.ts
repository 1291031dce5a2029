/** HTML of the site: parsed in one way, searched by selectors, written in one way. Elements are made with hastscript. */
import { compile, selectAll, type Options } from 'css-select';
import type { Element, ElementContent, Nodes, Parents, Root } from 'hast';
import { fromParse5 } from 'hast-util-from-parse5';
import { toHtml } from 'hast-util-to-html';
import { parse, parseFragment } from 'parse5';
import { find, html, svg } from 'property-information';

/** As where scripts do not run: what stands in a `<noscript>` is elements. */
const parsing = { scriptingEnabled: false };

/**
 * Parses a page as a browser would. Nodes have no positions: to find these takes as long as all else of parsing, and
 * they are half of what a tree weighs.
 */
export function parsePage(text: string): Root {
  return fromParse5(parse(text, parsing)) as Root;
}

/** Parses what stands inside of a page. */
export function parsePart(text: string): Root {
  return fromParse5(parseFragment(text, parsing)) as Root;
}

/** Returns the HTML of a tree. */
export function writeHtml(tree: Nodes | Nodes[]): string {
  // `&amp;` is shorter than `&#x26;`, and `'` means nothing in attributes, which have double quotes.
  const options = { allowDangerousCharacters: true, characterReferences: { useNamedReferences: true } };
  return toHtml(Array.isArray(tree) ? ({ type: 'root', children: tree } as Root) : tree, options);
}

type Test = (node: Nodes) => boolean;

/** Finds elements of one tree by CSS selectors, in document order. */
export interface Finder {
  all(selector: string): Element[];
  first(selector: string): Element | undefined;
  matches(element: Element, selector: string): boolean;
  /** The element that another stands in; undefined for the outermost. */
  parentOf(element: Element): Element | undefined;
}

/**
 * Returns what finds elements in a tree. Make another finder when elements have been put in or taken out: it knows
 * what stands in what as it was.
 */
export function createFinder(tree: Root | Element): Finder {
  let parents: Map<Nodes, Parents> | undefined;
  // Only when it is asked for: to most selectors an element is enough.
  const parentsOfAll = (): Map<Nodes, Parents> => {
    if (parents) return parents;
    const found = (parents = new Map<Nodes, Parents>());
    const index = (parent: Parents): void => {
      for (const child of parent.children) {
        found.set(child, parent);
        if ('children' in child) index(child);
      }
    };
    index(tree);
    return found;
  };
  const parentOf = (element: Element): Element | undefined => {
    const parent = parentsOfAll().get(element);
    return parent?.type === 'element' ? parent : undefined;
  };
  const options: Options<Nodes, Element> = {
    adapter: {
      isTag: (node): node is Element => node.type === 'element',
      getAttributeValue: attributeOf,
      getChildren: (node) => ('children' in node ? node.children : []),
      // As names in selectors are compared; SVG has some with capitals, such as linearGradient.
      getName: ({ tagName }) => tagName.toLowerCase(),
      getParent: (node) => parentOf(node as Element) ?? null,
      getSiblings: (node) => parentsOfAll().get(node)?.children ?? [node],
      getText: (node) => textOf(node),
      hasAttrib: (element, name) => attributeOf(element, name) !== undefined,
      removeSubsets: (nodes) => nodes,
    },
  };
  const all = (selector: string): Element[] => selectAll<Nodes, Element>(selector, tree.children, options);
  const compiled = new Map<string, Test>();
  const test = (selector: string): Test => {
    const known = compiled.get(selector) ?? compile<Nodes, Element>(selector, options);
    compiled.set(selector, known);
    return known;
  };
  return {
    all,
    first: (selector) => all(selector)[0],
    matches: (element, selector) => test(selector)(element),
    parentOf,
  };
}

/** Returns an attribute by its name in HTML, `class` or `data-layer`, as it is written there; undefined without one. */
export function attributeOf({ properties }: Element, name: string): string | undefined {
  const value = properties[propertyOf(name)];
  if (value === undefined || value === null || value === false) return undefined;
  if (value === true) return '';
  return Array.isArray(value) ? value.join(' ') : String(value);
}

/** Returns all attributes of an element, by their names in HTML, as they are written there. */
export function attributesOf(element: Element): [name: string, value: string][] {
  return Object.keys(element.properties).flatMap((property) => {
    const name = find(property in svg.property ? svg : html, property).attribute;
    const value = attributeOf(element, name);
    return value === undefined ? [] : [[name, value] satisfies [string, string]];
  });
}

/** Returns a copy of a tree; `structuredClone` takes ten times as long. */
export function copyTree<Tree extends Nodes>(node: Tree): Tree {
  const copy = { ...node };
  if ('properties' in copy) copy.properties = { ...copy.properties };
  if ('children' in copy) copy.children = copy.children.map(copyTree) as typeof copy.children;
  return copy;
}

/**
 * Puts something else in the place of the elements that a selector finds. What is put there, and what stands in an element
 * that is found, is left as it is.
 *
 * @param replace returns what stands instead; nothing to take the element out
 */
export function replaceElements(
  tree: Root | Element,
  selector: string,
  replace: (element: Element, finder: Finder) => ElementContent[] = () => [],
): void {
  const finder = createFinder(tree);
  const found = new Set(finder.all(selector));
  const walk = (parent: Root | Element): void => {
    parent.children = parent.children.flatMap((child): ElementContent[] => {
      if (child.type !== 'element') return [child as ElementContent];
      if (found.has(child)) return replace(child, finder);
      walk(child);
      return [child];
    });
  };
  if (found.size) walk(tree);
}

/** Returns the name that hast has for an attribute. `find` of property-information says the same, in ten times the time. */
function propertyOf(name: string): string {
  if (name.startsWith('data-')) return name.replace(/-([a-z])/g, (_, letter: string) => letter.toUpperCase());
  return html.normal[name] ?? svg.normal[name] ?? name;
}

/** Returns all text in a node, as it stands. */
export function textOf(node: Nodes): string {
  if (node.type === 'text') return node.value;
  return 'children' in node ? node.children.map(textOf).join('') : '';
}
