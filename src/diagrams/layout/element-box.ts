import { closest } from '../dom/closest.ts';
import { toPixels } from '../css/length.ts';
import { boxAround, EMPTY_BOX, transformBox, uniteBoxes, type Box } from './box.ts';
import type { FontMetrics } from './font-metrics.ts';
import { IDENTITY, multiply, parseTransform, type Matrix } from './matrix.ts';
import { pathBox } from './path.ts';
import { layOutText, runWidth, VIEWPORT_WIDTH } from './text-fragments.ts';
import type { TextStyles } from './text-style.ts';

/** Elements that draw nothing where they stand. */
const UNDRAWN = new Set(
  'defs marker style title desc clippath lineargradient radialgradient mask pattern symbol script filter metadata'.split(
    ' ',
  ),
);
const CONTAINERS = new Set(['g', 'a', 'svg', 'switch']);
const NUMBER = /[-+]?(?:\d*\.\d+|\d+\.?)(?:e[-+]?\d+)?/gi;

/** Answers the questions about geometry that Mermaid asks of a browser. */
export class ElementBoxes {
  readonly #styles: TextStyles;
  readonly #fonts: FontMetrics;

  constructor(styles: TextStyles, fonts: FontMetrics) {
    this.#styles = styles;
    this.#fonts = fonts;
  }

  /** `getBBox`, in the element's own coordinates. Browsers keep float32: ELK's layout turns on 1e-7. */
  boundingBox(element: Element): Box {
    const box = this.#own(element) ?? EMPTY_BOX;
    return {
      x: Math.fround(box.x),
      y: Math.fround(box.y),
      width: Math.fround(box.width),
      height: Math.fround(box.height),
    };
  }

  /** The box in the coordinates of the outermost svg, or the size of an HTML element's text on one line. */
  clientBox(element: Element): Box {
    if (!element.namespaceURI?.endsWith('svg')) return this.#htmlLine(element);
    return transformBox(this.#own(element) ?? EMPTY_BOX, matrixToRoot(element));
  }

  /** `getComputedTextLength`, in px. */
  textLength(element: Element): number {
    const text = closest(element, ({ localName }) => localName === 'text');
    if (!text) return this.#htmlLine(element).width;
    return layOutText(text, this.#styles, this.#fonts)
      .filter((fragment) => element.contains(fragment.element))
      .reduce((sum, fragment) => sum + fragment.width, 0);
  }

  #own(element: Element): Box | undefined {
    const number = (name: string): number => this.#attribute(element, name);
    switch (element.localName.toLowerCase()) {
      case 'text':
      case 'tspan':
      case 'textpath':
        return this.#textBox(element);
      case 'rect':
      case 'image':
      case 'foreignobject':
        return { x: number('x'), y: number('y'), width: number('width'), height: number('height') };
      case 'circle':
        return ellipseBox(number('cx'), number('cy'), number('r'), number('r'));
      case 'ellipse':
        return ellipseBox(number('cx'), number('cy'), number('rx'), number('ry'));
      case 'line':
        return boxAround([
          [number('x1'), number('y1')],
          [number('x2'), number('y2')],
        ]);
      case 'polygon':
      case 'polyline':
        return boxAround(pointsOf(element));
      case 'path':
        return pathBox(element.getAttribute('d'));
      case 'use':
        return this.#usedBox(element);
      case 'svg':
        return isSizedInnerSvg(element)
          ? { x: number('x'), y: number('y'), width: number('width'), height: number('height') }
          : this.#childrenBox(element);
      default:
        return this.#childrenBox(element);
    }
  }

  #childrenBox(element: Element): Box | undefined {
    let box: Box | undefined;
    let drawsItself = false;
    for (const child of element.children) {
      const name = child.localName.toLowerCase();
      if (UNDRAWN.has(name) || isHidden(child)) continue;
      const own = this.#own(child);
      if (!own || isDegenerate(name, own)) continue;
      drawsItself ||= !CONTAINERS.has(name);
      const transform = child.getAttribute('transform');
      box = uniteBoxes(box, transform ? transformBox(own, parseTransform(transform)) : own);
    }
    // A group of nothing but empty groups must not pull its parent's box to the origin.
    if (box && !drawsItself && !box.x && !box.y && !box.width && !box.height) return undefined;
    return box;
  }

  #textBox(element: Element): Box | undefined {
    const text = closest(element, ({ localName }) => localName === 'text');
    if (!text) return EMPTY_BOX;
    let box: Box | undefined;
    for (const fragment of layOutText(text, this.#styles, this.#fonts)) {
      if (!element.contains(fragment.element)) continue;
      const { x, y, width, ascent, descent } = fragment;
      box = uniteBoxes(box, { x, y: y - ascent, width, height: ascent + descent });
    }
    // An empty <text> with a <tspan> counts in its parent's box, one without does not.
    return box ?? (element.firstElementChild ? EMPTY_BOX : undefined);
  }

  #usedBox(element: Element): Box | undefined {
    const id = (element.getAttribute('href') ?? element.getAttribute('xlink:href'))?.slice(1);
    const target = id ? element.ownerDocument.getElementById(id) : null;
    if (!target) return undefined;
    const isSymbol = target.localName === 'symbol';
    const box = isSymbol
      ? {
          x: 0,
          y: 0,
          width: this.#attribute(target, 'width', 24),
          height: this.#attribute(target, 'height', 24),
        }
      : this.#own(target);
    return (
      box && { ...box, x: box.x + this.#attribute(element, 'x'), y: box.y + this.#attribute(element, 'y') }
    );
  }

  #attribute(element: Element, name: string, fallback = 0): number {
    const text = element.getAttribute(name)?.trim();
    if (!text) return fallback;
    if (text.endsWith('%')) return (parseFloat(text) / 100) * VIEWPORT_WIDTH;
    const { fontSize } = text.endsWith('em') ? this.#styles.of(element) : { fontSize: 16 };
    return toPixels(text, { fontSize, xHeight: 0.5 }) ?? fallback;
  }

  /** Labels are SVG text; Mermaid measures HTML only for a few sizes that do not reach the picture. */
  #htmlLine(element: Element): Box {
    const style = this.#styles.of(element);
    const lines = element.textContent.split('\n').map((line) => line.trim());
    const { ascent, descent } = this.#fonts.vertical(style.fontWeight, style.fontSize);
    return {
      x: 0,
      y: 0,
      width: Math.max(...lines.map((line) => runWidth(line, style, this.#fonts))),
      height: lines.length * (ascent + descent),
    };
  }
}

function ellipseBox(centreX: number, centreY: number, radiusX: number, radiusY: number): Box {
  return { x: centreX - radiusX, y: centreY - radiusY, width: 2 * radiusX, height: 2 * radiusY };
}

function pointsOf(element: Element): [number, number][] {
  const numbers = (element.getAttribute('points') ?? '').match(NUMBER)?.map(Number) ?? [];
  return Array.from({ length: Math.floor(numbers.length / 2) }, (_, index) => [
    numbers[2 * index] ?? 0,
    numbers[2 * index + 1] ?? 0,
  ]);
}

function isHidden(element: Element): boolean {
  return (
    element.getAttribute('display') === 'none' || /display:\s*none/.test(element.getAttribute('style') ?? '')
  );
}

/** SVG does not render these without a size, so they do not count. */
function isDegenerate(name: string, box: Box): boolean {
  if (name === 'circle' || name === 'ellipse') return box.width <= 0;
  return ['rect', 'image', 'foreignobject'].includes(name) && (box.width <= 0 || box.height <= 0);
}

function isSizedInnerSvg(element: Element): boolean {
  const isInner = element.parentElement?.namespaceURI === element.namespaceURI;
  return isInner && element.hasAttribute('width') && element.hasAttribute('viewBox');
}

function matrixToRoot(element: Element): Matrix {
  let matrix = IDENTITY;
  for (let node: Element | null = element; node?.namespaceURI?.endsWith('svg'); node = node.parentElement) {
    const isRoot = node.localName === 'svg' && !node.parentElement?.namespaceURI?.endsWith('svg');
    if (isRoot) break;
    matrix = multiply(parseTransform(node.getAttribute('transform')), matrix);
  }
  return matrix;
}
