import { type Axis, covered, staysInside } from './axis.ts';
import type { Sizes } from './sizes.ts';

/** Bytes of a band's copy that share the second-level cache with the filter. */
const LARGEST_COPY = 192 * 1024;

/** Multiplications that are worth a chunk: about ten microseconds. */
const SMALLEST_CHUNK = 250_000;

/** More chunks than this gain nothing, and larger ones waste less at their ends. */
const MOST_CHUNKS = 32;

/** How the images are cut into chunks: some images, or some rows of one. */
export interface Bands {
  /** The source need not be copied: no window leaves it, and it has the channels that windows have. */
  readonly direct: boolean;
  readonly imagesAtOnce: number;
  readonly rowsAtOnce: number;
  readonly count: number;
  /** The largest band's copy, or 0 where none is made. */
  readonly bytes: number;
}

/**
 * @param work multiplications for one row of the grid
 */
export function cutBands({ images, sourceDepth, depth, rows, columns }: Sizes, work: number): Bands {
  const direct = depth === sourceDepth && staysInside(rows) && staysInside(columns);
  const rowBytes = covered(columns, columns.count) * depth * 4;
  const most = direct ? Number.POSITIVE_INFINITY : Math.max(1, rowsWithin(LARGEST_COPY / rowBytes, rows));
  const wanted = Math.max(SMALLEST_CHUNK, (work * images * rows.count) / MOST_CHUNKS) / work;
  const rowsAtOnce = evenly(rows.count, Math.min(most, wanted));
  const imagesAtOnce = rowsAtOnce < rows.count ? 1 : Math.max(1, Math.min(images, imagesWithin(rows, most, wanted)));
  const count = Math.ceil(images / imagesAtOnce) * Math.ceil(rows.count / rowsAtOnce);
  return { direct, imagesAtOnce, rowsAtOnce, count, bytes: direct ? 0 : imagesAtOnce * covered(rows, rowsAtOnce) * rowBytes };
}

/** Positions whose windows cover at most so many source rows. */
function rowsWithin(sourceRows: number, { step, span }: Axis): number {
  return Math.floor((sourceRows - span) / step) + 1;
}

function imagesWithin({ count }: Axis, most: number, wanted: number): number {
  return Math.floor(Math.min(most, wanted) / count);
}

/** `total` in parts of about equal size, none larger than `most`. */
function evenly(total: number, most: number): number {
  return Math.ceil(total / Math.ceil(total / Math.max(1, most)));
}
