import type { Root } from 'mdast';
import type { Position } from 'unist';
import type { VFile } from 'vfile';

declare module 'vfile' {
  interface DataMap {
    /** The source and its extent, while remarkHideSource hides them. */
    hidden: { value: VFile['value']; position: Position | undefined };
  }
}

/**
 * Hides the source of a chapter until rehype-show-source. In between Astro has rehype-raw take every component's
 * content through an HTML parser by itself, and after each that parser looks for the ends of all lines of the file, to
 * say where it ends: of 10,000 notes four fifths of what compiling took, and nobody reads it.
 *
 * Order: last of the remark plugins. No plugin in between reads the source.
 */
export function remarkHideSource() {
  return ({ position }: Root, file: VFile): void => {
    file.data.hidden = { value: file.value, position };
    file.value = '';
  };
}
