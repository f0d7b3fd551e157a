import { check, show } from '@genmodels/core';
import type { Frame } from './augmentation.ts';

/** What comes in from outside: zeros, or the nearest pixel of the edge. */
type Border = 'zero' | 'edge';

/**
 * Moves a picture in place by whole pixels, fewer than its sides. The numbers move as one block, in which a row's end comes in
 * at the start of the next; those columns, and the rows that have no source, are filled afterwards.
 */
export function movePicture(
  picture: Float32Array,
  { height, width, channels }: Frame,
  down: number,
  right: number,
  border: Border,
) {
  const row = width * channels;
  const by = down * row + right * channels;
  const [top, bottom] = [Math.max(down, 0), height + Math.min(down, 0)];
  const [left, end] = [Math.max(right, 0) * channels, row + Math.min(right, 0) * channels];
  picture.copyWithin(Math.max(by, 0), Math.max(-by, 0));
  for (let y = top; y < bottom; y++) {
    const start = y * row;
    for (let x = 0; x < left; x++) picture[start + x] = border === 'zero' ? 0 : picture[start + left + (x % channels)]!;
    for (let x = end; x < row; x++) picture[start + x] = border === 'zero' ? 0 : picture[start + x - channels]!;
  }
  for (let y = 0; y < top; y++) fillRow(picture, row, y, top, border);
  for (let y = bottom; y < height; y++) fillRow(picture, row, y, bottom - 1, border);
}

function fillRow(picture: Float32Array, row: number, y: number, nearest: number, border: Border): void {
  if (border === 'zero') picture.fill(0, y * row, (y + 1) * row);
  else picture.copyWithin(y * row, nearest * row, (nearest + 1) * row);
}

/** A whole number from -most to most, each as likely as the others. */
export function toOffset(uniform: number, most: number): number {
  return Math.floor(uniform * (2 * most + 1)) - most;
}

/** Throws 'invalid-argument' where nothing of a picture would be left. */
export function checkOffset(name: string, most: number, { height, width }: Frame): void {
  check(
    most < Math.min(height, width),
    'invalid-argument',
    () => `${name} must be less than the sides of the pictures, ${show([height, width])}, got ${most}`,
  );
}
