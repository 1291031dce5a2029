import type { Root } from 'mdast';
import { visit } from '../../build/visit.ts';

/**
 * Reads the language of a fence whatever its letters: `Python` and `PYTHON` are `python`.
 *
 * Order: before everything that asks for a language.
 */
export function remarkFenceLanguages() {
  return (tree: Root): void => {
    visit(tree, 'code', (code) => {
      if (code.lang) code.lang = code.lang.toLowerCase();
    });
  };
}
