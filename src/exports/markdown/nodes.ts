import type { Html, Paragraph, PhrasingContent, Strong, Text } from 'mdast';

/** A paragraph of what it is given. */
export function paragraph(...children: PhrasingContent[]): Paragraph {
  return { type: 'paragraph', children };
}

/** Words that stand out. */
export function strong(value: string): Strong {
  return { type: 'strong', children: [text(value)] };
}

/** Plain words. */
export function text(value: string): Text {
  return { type: 'text', value };
}

/** HTML, for what Markdown has no sign for. */
export function html(value: string): Html {
  return { type: 'html', value };
}
