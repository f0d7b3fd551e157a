import type { ExplicitPadding } from '@genmodels/core';

/**
 * What a convolution of a stream sees; x is the pixel whose features it makes, of its own and of earlier ones. Those of the first
 * stream know only the rows above their pixel, so the neighbour to the right may be seen too.
 *
 *     above, 2x3   o o o      before, 2x2   o o
 *                  o x o                    o x
 */
export type Stream = 'above' | 'before';

/** Zeros around the image, such that the pixel is in the kernel's last row, and in its middle column ('above') or its last ('before'). */
export function shiftedPadding(stream: Stream, [rows, columns]: readonly [number, number]): ExplicitPadding {
  const right = stream === 'above' ? (columns - 1) / 2 : 0;
  return { top: rows - 1, bottom: 0, left: columns - 1 - right, right };
}
