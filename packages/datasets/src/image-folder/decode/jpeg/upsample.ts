import { ensureSupported } from '../damage.ts';
import type { Frame } from './frame.ts';
import { readPixels } from './read-pixels.ts';
import type { Plane } from './scan.ts';

/** Fills row y of a picture, a byte a pixel. */
type RowFiller = (out: Uint8Array, y: number) => void;

/** A component in the resolution of the picture: height x width bytes. */
export function upsample(plane: Plane, { width, height, components }: Frame): Uint8Array {
  const timesAcross = Math.max(...components.map(({ across }) => across)) / plane.across;
  const timesDown = Math.max(...components.map(({ down }) => down)) / plane.down;
  ensureSupported(
    Number.isInteger(timesAcross) && Number.isInteger(timesDown),
    'its colours have resolutions that are no multiples',
  );
  const fill = fillerOf(readPixels(plane), plane, timesAcross, timesDown);
  const full = new Uint8Array(width * height);
  for (let y = 0; y < height; y++) fill(full.subarray(y * width, (y + 1) * width), y);
  return full;
}

function fillerOf(pixels: Uint8ClampedArray, plane: Plane, timesAcross: number, timesDown: number): RowFiller {
  const row = (y: number) => pixels.subarray(8 * plane.blocksAcross * y).subarray(0, plane.width);
  if (timesAcross === 1 && timesDown === 1) return (out, y) => out.set(row(y));
  if (timesAcross > 2 || timesDown > 2) return (out, y) => repeat(row(Math.floor(y / timesDown)), out, timesAcross);
  const line = new Uint16Array(plane.width);
  const mix = (y: number) => mixRows(row(y >> 1), row(nextTo(y, plane.height)), line);
  // Halves go up and down by turns, so that they do not brighten the picture. libjpeg, which everybody's pictures are seen with, does just so.
  if (timesAcross === 1) return (out, y) => narrow(mix(y), out, 1 + (y & 1));
  if (timesDown === 1) return (out, y) => widen(row(y), out, 2, 1, 2);
  return (out, y) => widen(mix(y), out, 4, 8, 7);
}

/** The second nearest of `count` rows that lie two apart, or the nearest where there is none. */
function nextTo(y: number, count: number): number {
  const far = (y >> 1) + (y & 1 ? 1 : -1);
  return Math.min(Math.max(far, 0), count - 1);
}

function repeat(row: Uint8ClampedArray, out: Uint8Array, times: number): void {
  for (let x = 0; x < out.length; x++) out[x] = row[Math.floor(x / times)]!;
}

/** Three parts of the nearer row and one of the farther, so four times the pixels. */
function mixRows(near: Uint8ClampedArray, far: Uint8ClampedArray, line: Uint16Array): Uint16Array {
  for (let x = 0; x < line.length; x++) line[x] = 3 * near[x]! + far[x]!;
  return line;
}

function narrow(line: Uint16Array, out: Uint8Array, rounding: number): void {
  for (let x = 0; x < out.length; x++) out[x] = (line[x]! + rounding) >> 2;
}

/** Two pixels from each: three parts of it and one of its neighbour on that side, divided by 2 ** shift. */
function widen(
  line: Uint16Array | Uint8ClampedArray,
  out: Uint8Array,
  shift: number,
  roundingLeft: number,
  roundingRight: number,
): void {
  const last = line.length - 1;
  for (let x = 0; x <= last; x++) {
    const three = 3 * line[x]!;
    out[2 * x] = (three + line[x === 0 ? 0 : x - 1]! + roundingLeft) >> shift;
    if (2 * x + 1 < out.length) out[2 * x + 1] = (three + line[x === last ? last : x + 1]! + roundingRight) >> shift;
  }
}
