import type { Picture } from '../pictures/picture.ts';
import { type Color, flatten, luminance } from './flatten.ts';
import { type Box, type Plane, resample } from './resample.ts';

/**
 * How a picture of another shape gets the one that is asked for.
 * - 'cover': fills it, and loses what is too much at both sides
 * - 'contain': all of it is seen, with the background at both sides
 * - 'stretch': all of it fills all, out of proportion
 */
export type Fit = 'cover' | 'contain' | 'stretch';

export interface FitOptions {
  readonly height: number;
  readonly width: number;
  readonly channels: 1 | 3;
  readonly fit: Fit;
  readonly background: Color;
}

/** The bytes of a picture in the size and colours that are asked for: [height, width, channels]. */
export function fitPicture(picture: Picture, options: FitOptions): Uint8Array {
  const plane = flatten(picture, options.channels, options.background);
  if (options.fit === 'contain') return contain(plane, options);
  const box = options.fit === 'cover' ? centred(plane, options) : whole(plane);
  return toBytes(resample(plane, box, options.width, options.height));
}

function contain(plane: Plane, { height, width, channels, background }: FitOptions): Uint8Array {
  const scale = Math.min(width / plane.width, height / plane.height);
  const innerWidth = Math.max(1, Math.round(plane.width * scale));
  const innerHeight = Math.max(1, Math.round(plane.height * scale));
  const inner = toBytes(resample(plane, whole(plane), innerWidth, innerHeight));
  const color = channels === 1 ? [Math.round(luminance(...background))] : background;
  const bytes = Uint8Array.from({ length: height * width * channels }, (_, i) => color[i % channels]!);
  const left = Math.floor((width - innerWidth) / 2);
  const top = Math.floor((height - innerHeight) / 2);
  for (let y = 0; y < innerHeight; y++) {
    const row = inner.subarray(y * innerWidth * channels, (y + 1) * innerWidth * channels);
    bytes.set(row, ((top + y) * width + left) * channels);
  }
  return bytes;
}

function whole({ width, height }: Plane): Box {
  return { left: 0, top: 0, width, height };
}

/** The largest part in the middle that has the shape asked for. */
function centred(plane: Plane, { height, width }: FitOptions): Box {
  const scale = Math.min(plane.width / width, plane.height / height);
  const size = { width: width * scale, height: height * scale };
  return { left: (plane.width - size.width) / 2, top: (plane.height - size.height) / 2, ...size };
}

function toBytes(numbers: Float32Array): Uint8Array {
  return Uint8Array.from(numbers, Math.round);
}
