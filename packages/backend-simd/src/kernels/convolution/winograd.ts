import type { Axis } from './axis.ts';
import { kinds, type Sizes } from './sizes.ts';

/** Windows that a thread transforms at once, and the values of each: assembly/convolution/winograd/transformed.ts. */
const WINDOWS = 30;
const VALUES = 16;

/**
 * Windows of a filter gradient that are multiplied at once: sums of as many pixels as the direct way makes. Twice as many would be a
 * few per cent faster, and round worse than it.
 */
export const GRADIENT_WINDOWS = 56;

/** Bytes of the tables at the head of a thread's room in a filter gradient, and the most rows of a tile. */
const TABLES_BYTES = 512;
const TILE_ROWS = 6;

/** Fewer channels than this are not worth the transformation; the windows of more do not fit into the second-level cache. */
const FEWEST_CHANNELS = 16;
const MOST_CHANNELS = 256;

/** Whether a convolution is made of transformed windows of 4x4 pixels, with 16 multiplications for four output pixels instead of 36. */
export function transforms({ kind, depth, channels, rows, columns }: Sizes): boolean {
  const fits = kind === kinds.panels && depth % 4 === 0 && channels % 8 === 0 && isThreeWide(rows) && isThreeWide(columns);
  return fits && Math.min(depth, channels) >= FEWEST_CHANNELS && depth + channels <= MOST_CHANNELS;
}

function isThreeWide({ taps, step, spread, dilation }: Axis): boolean {
  return taps === 3 && step === 1 && spread === 1 && dilation === 1;
}

/** The same with an even number of positions: where the output has an odd one, the last window goes beyond it. */
export function withWholeWindows(sizes: Sizes): Sizes {
  return { ...sizes, rows: even(sizes.rows), columns: even(sizes.columns) };
}

function even(axis: Axis): Axis {
  return { ...axis, count: axis.count + (axis.count % 2) };
}

/** Bytes of the windows that a thread transforms at once, and of their products. */
export function windowsBytes({ depth, channels }: Sizes): number {
  return 4 * WINDOWS * VALUES * (depth + channels);
}

/** Bytes at the head of a thread's room in a filter gradient: assembly/convolution/winograd/sum-windows.ts. */
export function gradientHead({ depth, channels }: Sizes): number {
  const sums = (VALUES + 1) * (depth + TILE_ROWS - 1) * channels;
  return TABLES_BYTES + 4 * (GRADIENT_WINDOWS * VALUES * (depth + channels) + sums);
}
