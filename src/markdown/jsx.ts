import type { MdxJsxFlowElement, MdxJsxTextElement } from 'mdast-util-mdx-jsx';
import type { Node } from 'unist';

/** An element written as JSX in a chapter: `<Note id="x">…</Note>`, in the flow or within a line. */
export type JsxElement = MdxJsxFlowElement | MdxJsxTextElement;

/** Is the node a JSX element, in a Markdown or an HTML tree? */
export function isJsx(node: Node): node is JsxElement {
  return node.type === 'mdxJsxFlowElement' || node.type === 'mdxJsxTextElement';
}

/**
 * Reads an attribute of a JSX element.
 *
 * @returns its text; '' for an attribute without a value; undefined when it is absent or an expression
 */
export function readAttribute(node: JsxElement, name: string): string | undefined {
  for (const attribute of node.attributes) {
    if (attribute.type !== 'mdxJsxAttribute' || attribute.name !== name) continue;
    if (attribute.value === null || attribute.value === undefined) return '';
    return typeof attribute.value === 'string' ? attribute.value : undefined;
  }
  return undefined;
}

/** Sets an attribute of a JSX element, replacing one of the same name. */
export function writeAttribute(node: JsxElement, name: string, value: string): void {
  node.attributes = node.attributes.filter((a) => a.type !== 'mdxJsxAttribute' || a.name !== name);
  node.attributes.push({ type: 'mdxJsxAttribute', name, value });
}
