const space = 'http://www.w3.org/2000/svg';

type Attributes = Record<string, string | number>;

/** A drawing made by the script, in the page's own colours. */
export interface Drawing {
  svg: SVGSVGElement;
  /** Adds a mark, to the drawing or to a group of it. */
  make(name: string, attributes: Attributes, parent?: Element): SVGElement;
  /** Adds words. */
  say(text: string, attributes: Attributes, parent?: Element): void;
}

/** An empty drawing, with its name for those who do not see it. */
export function makeDrawing(width: number, title: string): Drawing {
  const svg = document.createElementNS(space, 'svg');
  const make: Drawing['make'] = (name, attributes, parent = svg) => {
    const made = document.createElementNS(space, name);
    put(made, attributes);
    return parent.appendChild(made);
  };
  put(svg, { viewBox: `0 0 ${width} 226`, role: 'img', 'font-size': 15 });
  make('title', {}).textContent = title;
  return {
    svg,
    make,
    say: (text, attributes, parent) =>
      (make('text', { fill: 'var(--ink2)', ...attributes }, parent).textContent = text),
  };
}

function put(element: Element, attributes: Attributes): void {
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, String(value));
}
