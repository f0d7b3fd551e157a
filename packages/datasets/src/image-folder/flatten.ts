import type { Picture } from '../pictures/picture.ts';
import type { Plane } from './resample.ts';

/** Red, green and blue, 0 to 255. */
export type Color = readonly [red: number, green: number, blue: number];

/** Grey or colours without opacity: what is transparent shows the background. Grey is the luminance of ITU BT.601. */
export function flatten(picture: Picture, channels: 1 | 3, background: Color): Plane {
  const { width, height } = picture;
  if (picture.channels === channels) return { width, height, channels, data: picture.data };
  const data = new Float32Array(width * height * channels);
  for (let pixel = 0; pixel < width * height; pixel++) {
    const red = colorAt(picture, pixel, 0, background);
    const green = colorAt(picture, pixel, 1, background);
    const blue = colorAt(picture, pixel, 2, background);
    if (channels === 1) data[pixel] = luminance(red, green, blue);
    else data.set([red, green, blue], 3 * pixel);
  }
  return { width, height, channels, data };
}

export function luminance(red: number, green: number, blue: number): number {
  return 0.299 * red + 0.587 * green + 0.114 * blue;
}

function colorAt({ channels, data }: Picture, pixel: number, c: number, background: Color): number {
  if (channels === 1) return data[pixel]!;
  const color = data[pixel * channels + c]!;
  if (channels === 3) return color;
  const opacity = data[pixel * 4 + 3]! / 255;
  return opacity * color + (1 - opacity) * background[c]!;
}
