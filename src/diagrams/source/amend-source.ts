import { toPixels } from '../css/length.ts';
import { findHead } from './diagram-head.ts';

/** No text is smaller, whatever an author or a kind of diagram thinks of. */
export const SMALLEST_TEXT = 12;

/** px that a Gantt chart leaves for the names of its sections, in text of 14 px. */
export const SECTION_WIDTH = 110;

const STYLES = /^\s*(?:style|classDef|linkStyle)\s.*$/gm;
const SETTINGS = /^\s*---\s*\n[\s\S]*?\n\s*---\s*\n|%%\{[\s\S]*?\}%%/g;
const SIZE_SETTING = /\b(\w*fontSize["']?\s*:)/gi;
const FONT_SIZE = /(\bfont-size\s*:\s*)([\d.]+\w*%?)/g;

/**
 * Mends what Mermaid, or a reader's eyes, would not take of a source. Lines stay lines.
 *
 * - Sizes of text are raised before the layout, so that boxes are made for what is drawn.
 * - Settings of such sizes are renamed: text is measured and set in those of the house.
 * - Titles of subgraphs get the colour of their `style`, which Mermaid drops where labels are no HTML (that of a class
 *   it does not): `style G color:#fff` → `classDef titleOfG color:#fff` and `class G titleOfG`, at the end.
 * - A Gantt chart gets room for the names of its sections, which would stand on its bars.
 */
export function amendSource(source: string): string {
  return (
    source
      .replace(SETTINGS, (settings) => settings.replace(SIZE_SETTING, 'unused$1'))
      .replace(STYLES, (line) => line.replace(FONT_SIZE, raiseSize)) +
    coloursOfTitles(source) +
    roomForSections(source)
  );
}

function raiseSize(_: string, property: string, size: string): string {
  const pixels = toPixels(size, { fontSize: 15, xHeight: 0.5 });
  return `${property}${pixels !== undefined && pixels < SMALLEST_TEXT ? `${SMALLEST_TEXT}px` : size}`;
}

function coloursOfTitles(source: string): string {
  const ids = new Set([...source.matchAll(/^\s*subgraph\s+([^\s[]+)/gm)].map(([, id]) => id));
  return [...source.matchAll(/^\s*style\s+(\S+)\s.*?\bcolor\s*:\s*([^,;\n]+)/gm)]
    .flatMap(([, list = '', colour = '']) => list.split(',').map((id) => ({ id, colour: colour.trim() })))
    .filter(({ id }) => ids.has(id))
    .map(({ id, colour }) => `\nclassDef titleOf${id} color:${colour}\nclass ${id} titleOf${id}`)
    .join('');
}

function roomForSections(source: string): string {
  if (findHead(source).keyword !== 'gantt' || source.includes('leftPadding')) return '';
  const names = [...source.matchAll(/^\s*section\s+(.*)$/gm)].map(([, name = '']) => name.trim());
  const widths = names.map((name) => [...name].reduce((sum, one) => sum + (one > '\u2e7f' ? 14 : 8), 24));
  const room = Math.max(...widths);
  return room > SECTION_WIDTH ? `\n%%{init: {"gantt": {"leftPadding": ${room}}}}%%` : '';
}
