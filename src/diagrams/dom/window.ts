import { JSDOM, type DOMWindow } from 'jsdom';
import { TextStyles } from '../css/text-style.ts';
import { ElementBoxes } from '../measure/element-box.ts';
import { FontMetrics } from '../measure/font-metrics.ts';
import { ConstructedSheet } from './constructed-sheet.ts';
import { installMeasuringMethods } from './measuring-methods.ts';

/** The names Mermaid and its libraries look up as globals. */
const GLOBALS = [
  'document',
  'CSSStyleSheet',
  'CSS',
  'getComputedStyle',
  'Element',
  'HTMLElement',
  'SVGElement',
  'Node',
  'NodeFilter',
  'DOMParser',
  'MutationObserver',
  'Image',
  'Event',
  'MouseEvent',
  'location',
  'screen',
  'requestAnimationFrame',
  'cancelAnimationFrame',
] as const;

const COLOUR = /^(?:#[0-9a-f]{3,8}|rgba?\(.*|hsla?\(.*|[a-z]+)$/i;

/**
 * Makes a jsdom window with layout and puts it on the globals of this thread, where Mermaid expects a
 * browser's. For a worker only: on the main thread, libraries would take Node for a browser.
 */
export function installWindow(): DOMWindow {
  const { window } = new JSDOM('<!doctype html><html lang="zh"><body></body></html>');
  const fonts = new FontMetrics();
  const { xHeight } = fonts.vertical(400, 1);
  const styles = new TextStyles(xHeight);
  installMeasuringMethods(window, { boxes: new ElementBoxes(styles, fonts), styles, fonts });
  supply(window);
  define(globalThis, 'window', window);
  for (const name of GLOBALS) define(globalThis, name, (window as unknown as Record<string, unknown>)[name]);
  return window;
}

/** What jsdom does not have at all. */
function supply(window: DOMWindow): void {
  define(window, 'CSSStyleSheet', ConstructedSheet);
  define(window, 'CSS', {
    supports: (_property: string, value: string) => COLOUR.test(value),
    escape: (text: string) => text.replace(/[^\w\u0080-\uffff-]/g, (character) => `\\${character}`),
  });
  define(window, 'screen', { availWidth: 1280, availHeight: 800, width: 1280, height: 800 });
  define(window, 'requestAnimationFrame', (run: () => void) => setTimeout(run, 0));
  define(window, 'cancelAnimationFrame', (handle: number) => {
    clearTimeout(handle);
  });
}

function define(target: object, name: string, value: unknown): void {
  Object.defineProperty(target, name, { value, configurable: true, writable: true });
}
