import { check } from '@genmodels/core';
import type { Picture } from './picture.ts';
import { toImageData } from './to-image-data.ts';

/**
 * Draws the picture on a canvas, a new one unless one is given, which takes the picture's size. On the page its pixels stay
 * sharp where styles enlarge it. Throws 'invalid-argument' where there is no canvas to make or draw on.
 */
export function toCanvas(picture: Picture): HTMLCanvasElement;
export function toCanvas<C extends HTMLCanvasElement | OffscreenCanvas>(picture: Picture, canvas: C): C;
export function toCanvas(
  picture: Picture,
  canvas: HTMLCanvasElement | OffscreenCanvas = createCanvas(),
): HTMLCanvasElement | OffscreenCanvas {
  canvas.width = picture.width;
  canvas.height = picture.height;
  const context = canvas.getContext('2d') as CanvasRenderingContext2D | OffscreenCanvasRenderingContext2D | null;
  check(context !== null, 'invalid-argument', () => 'toCanvas() needs a canvas with a 2d context, but this one has another');
  context.putImageData(toImageData(picture), 0, 0);
  if ('style' in canvas) canvas.style.imageRendering = 'pixelated';
  return canvas;
}

function createCanvas(): HTMLCanvasElement {
  check(
    typeof document === 'object',
    'invalid-argument',
    () => 'toCanvas() needs a page: in a worker pass an OffscreenCanvas, elsewhere use toPng()',
  );
  return document.createElement('canvas');
}
