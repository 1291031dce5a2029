import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { initWasm, Resvg } from '@resvg/resvg-wasm';

const rasterizer = createRequire(import.meta.url).resolve('@resvg/resvg-wasm/index_bg.wasm');

type Image = ReturnType<InstanceType<typeof Resvg>['render']>;

let started: Promise<void> | undefined;

/**
 * Draws an SVG, in which text is outlines already.
 *
 * @param write makes a file of the pixels, which are gone afterwards
 */
export async function drawSvg(svg: string, write: (image: Image) => Uint8Array): Promise<Buffer> {
  // It may be started once in a process only.
  started ??= readFile(rasterizer).then((wasm) => initWasm(wasm));
  await started;
  const image = new Resvg(svg, { font: { loadSystemFonts: false } }).render();
  try {
    return Buffer.from(write(image));
  } finally {
    image.free();
  }
}
