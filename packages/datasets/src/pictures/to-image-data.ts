import { check } from '@genmodels/core';
import type { Picture } from './picture.ts';

/**
 * The picture for a canvas: `context.putImageData(toImageData(picture), 0, 0)`. Throws 'invalid-argument' where there is no
 * ImageData, as in Node.
 */
export function toImageData({ width, height, channels, data }: Picture): ImageData {
  check(
    typeof ImageData === 'function',
    'invalid-argument',
    () => 'toImageData() needs a browser or a worker: use toPng() elsewhere',
  );
  const image = new ImageData(width, height);
  for (let pixel = 0; pixel < width * height; pixel++) {
    const grey = data[pixel * channels]!;
    image.data[4 * pixel] = grey;
    image.data[4 * pixel + 1] = channels === 1 ? grey : data[pixel * channels + 1]!;
    image.data[4 * pixel + 2] = channels === 1 ? grey : data[pixel * channels + 2]!;
    image.data[4 * pixel + 3] = channels === 4 ? data[pixel * channels + 3]! : 255;
  }
  return image;
}
