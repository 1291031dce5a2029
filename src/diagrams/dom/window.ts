import { JSDOM, type DOMWindow } from 'jsdom';
import type { Layout } from '../layout/layout.ts';
import { normaliseColour } from '../theme/colour.ts';
import { ConstructedSheet } from './constructed-sheet.ts';
import { installMeasuringMethods } from './measuring-methods.ts';

/** The names that Mermaid and its libraries look up as globals. */
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

/**
 * Returns a jsdom window with layout, and its properties that a browser has as globals.
 *
 * @param layout asked anew at each question
 */
export function createWindow(layout: () => Layout): { window: DOMWindow; globals: Record<string, unknown> } {
  const { window } = new JSDOM('<!doctype html><html lang="zh"><body></body></html>');
  installMeasuringMethods(window, layout);
  supply(window);
  const properties = window as unknown as Record<string, unknown>;
  const globals = Object.fromEntries(GLOBALS.map((name) => [name, properties[name]]));
  return { window, globals: { window, ...globals } };
}

/** What jsdom does not have at all. */
function supply(window: DOMWindow): void {
  const supplied = {
    CSSStyleSheet: ConstructedSheet,
    CSS: {
      supports: (_property: string, value: string) =>
        value === 'transparent' || normaliseColour(value) !== undefined,
      escape: (text: string) => text.replace(/[^\w\u0080-\uffff-]/g, (character) => `\\${character}`),
    },
    screen: { availWidth: 1280, availHeight: 800, width: 1280, height: 800 },
    requestAnimationFrame: (run: () => void) => setTimeout(run, 0),
    cancelAnimationFrame: (handle: number) => {
      clearTimeout(handle);
    },
  };
  for (const [name, value] of Object.entries(supplied))
    Object.defineProperty(window, name, { value, configurable: true, writable: true });
}
