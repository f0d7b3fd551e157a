import type { Picture } from '../../src/pictures/picture.ts';
import { toCanvas } from '../../src/pictures/to-canvas.ts';

/** Pictures on real canvases. Each case runs in a page. */
export const cases: readonly { readonly name: string; run(): Promise<void> }[] = [
  { name: 'toCanvas: a new canvas shows grey and colours as they are', run: drawsOnNew },
  { name: 'toCanvas: a given canvas takes the size of each picture', run: drawsOnGiven },
  { name: 'toCanvas: a canvas without a page', run: drawsOffscreen },
  { name: 'toCanvas: enlarged by a style, pixels stay sharp', run: staysSharp },
  { name: 'toCanvas: refuses a canvas that WebGL draws on', run: refusesWebgl },
];

const greys: Picture = { width: 2, height: 1, channels: 1, data: Uint8Array.of(0, 200) };
const colors: Picture = { width: 1, height: 2, channels: 3, data: Uint8Array.of(255, 0, 10, 1, 2, 3) };
const clear: Picture = { width: 1, height: 1, channels: 4, data: Uint8Array.of(255, 0, 0, 255) };

async function drawsOnNew(): Promise<void> {
  shows(toCanvas(greys).getContext('2d')!, [0, 0, 0, 255, 200, 200, 200, 255]);
  shows(toCanvas(colors).getContext('2d')!, [255, 0, 10, 255, 1, 2, 3, 255]);
  shows(toCanvas(clear).getContext('2d')!, [255, 0, 0, 255]);
}

async function drawsOnGiven(): Promise<void> {
  const canvas = document.createElement('canvas');
  for (const picture of [colors, greys]) {
    if (toCanvas(picture, canvas) !== canvas) throw new Error('expected the same canvas');
    if (canvas.width !== picture.width || canvas.height !== picture.height) throw new Error(`${canvas.width} x ${canvas.height}`);
  }
  shows(canvas.getContext('2d')!, [0, 0, 0, 255, 200, 200, 200, 255]);
}

async function drawsOffscreen(): Promise<void> {
  shows(toCanvas(greys, new OffscreenCanvas(9, 9)).getContext('2d')!, [0, 0, 0, 255, 200, 200, 200, 255]);
}

async function staysSharp(): Promise<void> {
  const { imageRendering } = toCanvas(greys).style;
  if (imageRendering !== 'pixelated') throw new Error(`expected pixelated, got ${imageRendering}`);
}

async function refusesWebgl(): Promise<void> {
  const canvas = document.createElement('canvas');
  if (canvas.getContext('webgl') === null && canvas.getContext('bitmaprenderer') === null) throw new Error('no other context');
  try {
    toCanvas(greys, canvas);
  } catch (error) {
    if (String(error).includes('needs a canvas with a 2d context')) return;
    throw error;
  }
  throw new Error('nothing was refused');
}

/** Throws unless the whole canvas has these bytes: red, green, blue and opacity of each pixel. */
function shows(context: CanvasRenderingContext2D | OffscreenCanvasRenderingContext2D, expected: readonly number[]): void {
  const { width, height } = context.canvas;
  const got = Array.from(context.getImageData(0, 0, width, height).data);
  if (got.join() !== expected.join()) throw new Error(`expected ${expected}, got ${got}`);
}
