import { optimize, type Config } from 'svgo';

/** Decimals of coordinates; of opacities and other plain numbers one more. */
const DECIMALS = 1;

/**
 * Removes what draws nothing or says what holds without it, shortens numbers, and gives ids that are referred to the
 * prefix, so that two diagrams of a page cannot meet. The colours stay, which SVGO does not know (`light-dark()`), and
 * shapes stay shapes.
 *
 * @returns another element
 */
export function optimizeSvg(svg: Element, idPrefix: string): Element {
  const { document, XMLSerializer } = svg.ownerDocument.defaultView ?? window;
  const { data } = optimize(new XMLSerializer().serializeToString(svg), createConfig(idPrefix));
  const holder = document.createElement('div');
  holder.innerHTML = data;
  const optimized = holder.firstElementChild;
  if (!optimized) throw new Error('Nothing is left of the drawing.');
  return optimized;
}

function createConfig(prefix: string): Config {
  return {
    multipass: false,
    floatPrecision: DECIMALS,
    plugins: [
      'removeXMLNS',
      {
        name: 'preset-default',
        params: {
          overrides: {
            convertColors: false,
            convertShapeToPath: false,
            mergePaths: false,
            // A link's href is one.
            removeUnknownsAndDefaults: { unknownAttrs: false },
            cleanupNumericValues: { floatPrecision: DECIMALS + 1 },
            // Takes the width of a stroke away by which a marker at a line's start is scaled.
            removeUselessStrokeAndFill: false,
          },
        },
      },
      { name: 'cleanupListOfValues', params: { floatPrecision: DECIMALS } },
      { name: 'prefixIds', params: { prefix, delim: '-', prefixClassNames: false } },
    ],
  };
}
