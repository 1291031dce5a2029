/** An affine map as SVG writes it: `matrix(a b c d e f)`. */
export type Matrix = readonly [a: number, b: number, c: number, d: number, e: number, f: number];

export const IDENTITY: Matrix = [1, 0, 0, 1, 0, 0];

const NUMBER = /[-+]?(?:\d*\.\d+|\d+\.?)(?:e[-+]?\d+)?/gi;

/** First `inner`, then `outer`. */
export function multiply(outer: Matrix, inner: Matrix): Matrix {
  const [a, b, c, d, e, f] = outer;
  const [g, h, i, j, k, l] = inner;
  return [a * g + c * h, b * g + d * h, a * i + c * j, b * i + d * j, a * k + c * l + e, b * k + d * l + f];
}

export function applyMatrix([a, b, c, d, e, f]: Matrix, x: number, y: number): [number, number] {
  return [a * x + c * y + e, b * x + d * y + f];
}

/**
 * Reads a `transform` attribute.
 *
 * @param text for example `translate(10, 20) rotate(-45, 5, 5)`; unknown functions count as identity
 */
export function parseTransform(text: string | null): Matrix {
  let result = IDENTITY;
  for (const [, name = '', list = ''] of (text ?? '').matchAll(/(\w+)\s*\(([^)]*)\)/g)) {
    result = multiply(result, single(name, (list.match(NUMBER) ?? []).map(Number)));
  }
  return result;
}

function single(name: string, values: readonly number[]): Matrix {
  const [first = 0, second, third = 0, fourth = 0, fifth = 0, sixth = 0] = values;
  switch (name) {
    case 'translate':
      return [1, 0, 0, 1, first, second ?? 0];
    case 'scale':
      return [first, 0, 0, second ?? first, 0, 0];
    case 'rotate': {
      const sine = Math.sin(radians(first));
      const cosine = Math.cos(radians(first));
      const turn: Matrix = [cosine, sine, -sine, cosine, 0, 0];
      if (values.length < 3) return turn;
      const centreX = second ?? 0;
      return multiply(multiply([1, 0, 0, 1, centreX, third], turn), [1, 0, 0, 1, -centreX, -third]);
    }
    case 'matrix':
      return [first, second ?? 0, third, fourth, fifth, sixth];
    case 'skewX':
      return [1, 0, Math.tan(radians(first)), 1, 0, 0];
    case 'skewY':
      return [1, Math.tan(radians(first)), 0, 1, 0, 0];
    default:
      return IDENTITY;
  }
}

function radians(degrees: number): number {
  return (degrees * Math.PI) / 180;
}
