const DROPPED =
  /^(?:data-|on|aria-|xmlns:|xml:)|^(?:class|name|role|style|tabindex|pointer-events|cursor|overflow)$/;

/** Attributes at their initial or a meaningless value. */
const DEFAULTS: Record<string, RegExp> = {
  'stroke-dasharray': /^(?:0|0[ ,]+0|1[ ,]+0|0[ ,]+0[ ,]+[\d.]+[ ,]+0)$/,
  'stroke-linecap': /^butt$/,
  'stroke-linejoin': /^miter$/,
  'font-style': /^normal$/,
  'letter-spacing': /^(?:0|normal)$/,
  'text-decoration': /^none$/,
  'alignment-baseline': /^(?:auto|baseline)$/,
  'clip-path': /^none$/,
  mask: /^none$/,
  'marker-start': /^none$/,
  'marker-mid': /^none$/,
  'marker-end': /^none$/,
  visibility: /^visible$/,
  display: /^(?:inline|block)$/,
  opacity: /^1(?:\.0+)?$/,
  'fill-opacity': /^1(?:\.0+)?$/,
  'stroke-opacity': /^1(?:\.0+)?$/,
  rx: /^0$/,
  ry: /^0$/,
  transform: /^translate\(0(?:[ ,]+0)?\)$/,
  width: /^$/,
  height: /^$/,
  d: /^$/,
};

const INHERITED = [
  'fill',
  'stroke',
  'stroke-width',
  'stroke-dasharray',
  'stroke-linecap',
  'font-size',
  'font-weight',
  'text-anchor',
  'dominant-baseline',
];

/** SVG's initial values of inherited properties, as they stand above the root. */
const INITIAL: Record<string, string> = {
  fill: 'black',
  stroke: 'none',
  'stroke-width': '1',
  'stroke-dasharray': 'none',
  'stroke-linecap': 'butt',
  'font-size': '16',
  'font-weight': '400',
  'text-anchor': 'start',
  'dominant-baseline': 'auto',
};

/** Removes hooks for scripts and style sheets, and whatever says what holds without it. */
export function removeAttributes(svg: Element): void {
  for (const element of svg.querySelectorAll(':not(title, desc)')) {
    for (const name of element.getAttributeNames()) {
      const value = element.getAttribute(name) ?? '';
      if (DROPPED.test(name)) element.removeAttribute(name);
      // On a tspan, `x="0"` begins a new line.
      else if (/^[xy]$/.test(name) && value === '0' && element.localName !== 'tspan')
        element.removeAttribute(name);
      else if (DEFAULTS[name]?.test(value.trim())) element.removeAttribute(name);
      else if (name === 'font-weight') element.setAttribute(name, numericWeight(value));
    }
  }
  removeInherited(svg, INITIAL);
}

function numericWeight(value: string): string {
  return { normal: '400', bold: '700', bolder: '700' }[value.trim()] ?? value;
}

function removeInherited(element: Element, inherited: Readonly<Record<string, string>>): void {
  const own = { ...inherited };
  for (const name of INHERITED) {
    const value = element.getAttribute(name);
    if (value === null) continue;
    if (value === inherited[name]) element.removeAttribute(name);
    else own[name] = value;
  }
  // What is inside a definition inherits from the definition's place, not from where it is used.
  for (const child of element.children) removeInherited(child, own);
}
