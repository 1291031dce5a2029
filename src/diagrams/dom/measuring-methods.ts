import type { DOMWindow } from 'jsdom';
import type { Layout } from '../layout/layout.ts';
import { pathLength, pointOnPath } from '../layout/path.ts';
import { VIEWPORT_WIDTH } from '../layout/text-fragments.ts';

/** Gives the window's prototypes the methods of a browser with layout that Mermaid calls. */
export function installMeasuringMethods(window: DOMWindow, layout: () => Layout): void {
  const methods: Record<string, (this: Element, ...args: never[]) => unknown> = {
    getBBox() {
      return layout().boxes.boundingBox(this);
    },
    getComputedTextLength() {
      return layout().boxes.textLength(this);
    },
    getBoundingClientRect() {
      const box = layout().boxes.clientBox(this);
      return { ...box, left: box.x, top: box.y, right: box.x + box.width, bottom: box.y + box.height };
    },
    getTotalLength() {
      return pathLength(this.getAttribute('d'));
    },
    getPointAtLength(distance: number) {
      return pointOnPath(this.getAttribute('d'), distance);
    },
  };
  const getters: Record<string, (this: Element) => unknown> = {
    clientWidth: () => VIEWPORT_WIDTH,
    clientHeight: () => 24,
    offsetWidth() {
      // SVG elements have none; Mermaid's journey and gantt ask their HTML parent.
      return this.namespaceURI?.endsWith('svg') ? undefined : VIEWPORT_WIDTH;
    },
  };
  // Narrower prototypes first have jsdom's own getters (HTMLElement.offsetWidth), so both are covered.
  for (const prototype of [
    window.Element.prototype,
    window.HTMLElement.prototype,
    window.SVGElement.prototype,
  ]) {
    for (const [name, value] of Object.entries(methods)) {
      Object.defineProperty(prototype, name, { value, configurable: true, writable: true });
    }
    for (const [name, get] of Object.entries(getters)) {
      Object.defineProperty(prototype, name, { get, configurable: true });
    }
  }
  installComputedStyle(window, layout);
  installCanvas(window, layout);
  acceptUnitlessSizes(window);
}

function installComputedStyle(window: DOMWindow, layout: () => Layout): void {
  const getComputedStyle = (element: Element): unknown => {
    const style = layout().styles.of(element);
    const fontSize = `${style.fontSize}px`;
    const byName: Record<string, string> = {
      'font-size': fontSize,
      'font-weight': String(style.fontWeight),
      'text-anchor': style.textAnchor,
      display: style.display,
    };
    return {
      fontSize,
      fontFamily: 'sans-serif',
      textAnchor: style.textAnchor,
      display: style.display,
      // cytoscape computes with these and gets NaN out of an empty string.
      getPropertyValue: (name: string) =>
        byName[name] ?? (/^(?:padding|border|margin)/.test(name) ? '0px' : ''),
    };
  };
  Object.defineProperty(window, 'getComputedStyle', {
    value: getComputedStyle,
    configurable: true,
    writable: true,
  });
}

/** Some kinds measure with a canvas; none draws on it. */
function installCanvas(window: DOMWindow, layout: () => Layout): void {
  const context = new Proxy<Record<string, unknown>>(
    {
      font: '',
      measureText(this: { font: string }, text: string) {
        const size = Number(/([\d.]+)px/.exec(this.font)?.[1] ?? 16);
        const weight = /\bbold\b/.test(this.font) ? 700 : Number(/\b([1-9]00)\b/.exec(this.font)?.[1] ?? 400);
        return { width: layout().fonts.width(text, weight, size) };
      },
    },
    { get: (target, name: string) => (name in target ? target[name] : () => undefined) },
  );
  Object.defineProperty(window.HTMLCanvasElement.prototype, 'getContext', { value: () => context });
}

/** jsdom drops `style.setProperty('font-size', 14)`, which browsers accept for SVG. */
function acceptUnitlessSizes(window: DOMWindow): void {
  const prototype = window.CSSStyleDeclaration.prototype;
  const original = prototype.setProperty;
  prototype.setProperty = function (this: CSSStyleDeclaration, name, value, priority): void {
    const isUnitless =
      /^(?:font-size|stroke-width|letter-spacing)$/.test(name) && /^-?[\d.]+$/.test(String(value));
    original.call(this, name, isUnitless && String(value) !== '0' ? `${String(value)}px` : value, priority);
  };
}
