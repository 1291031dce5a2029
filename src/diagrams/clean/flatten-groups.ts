/** Removes nesting that has no effect: groups and tspans without attributes, groups around one group. */
export function flattenGroups(svg: Element): void {
  // Innermost first, so that a chain of groups collapses in one pass.
  for (const element of [...svg.querySelectorAll('g, tspan')].reverse()) {
    if (element.attributes.length === 0) element.replaceWith(...element.childNodes);
  }
  for (const text of svg.querySelectorAll('text')) {
    text.normalize();
    mergeOnlyLine(text);
  }
}

/** `<text y><tspan x y>…</tspan></text>` is `<text x y>…</text>`. */
function mergeOnlyLine(text: Element): void {
  const [only] = text.children;
  if (!only || text.childNodes.length !== 1 || only.localName !== 'tspan') return;
  for (const { name, value } of [...only.attributes]) text.setAttribute(name, value);
  only.replaceWith(...only.childNodes);
}
