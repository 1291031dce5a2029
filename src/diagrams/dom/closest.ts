/**
 * `Element.closest` by a test instead of a selector, which jsdom reads anew for each of the hundred questions that a
 * diagram asks.
 *
 * @param element the first that is asked
 */
export function closest(element: Element, test: (element: Element) => boolean): Element | null {
  let found: Element | null = element;
  while (found && !test(found)) found = found.parentElement;
  return found;
}

/** The value of an attribute where it stands nearest: on the element itself, or on what it is in. */
export function inherited(element: Element, name: string): string | null {
  return closest(element, (one) => one.hasAttribute(name))?.getAttribute(name) ?? null;
}
