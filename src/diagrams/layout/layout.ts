import type { FontFiles } from '../diagram.ts';
import { ElementBoxes } from './element-box.ts';
import { FontMetrics } from './font-metrics.ts';
import { TextStyles } from './text-style.ts';

/** What a browser knows of text and boxes, and jsdom does not. */
export interface Layout {
  fonts: FontMetrics;
  styles: TextStyles;
  boxes: ElementBoxes;
}

export function createLayout(files: FontFiles): Layout {
  const fonts = new FontMetrics(files);
  const styles = new TextStyles(fonts.vertical(400, 1).xHeight);
  return { fonts, styles, boxes: new ElementBoxes(styles, fonts) };
}
