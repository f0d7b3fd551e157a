import { covered, staysInside } from './axis.ts';
import type { Sizes } from './sizes.ts';

/** Bytes of a band's copy that share the second-level cache with the filter. */
const LARGEST_COPY = 192 * 1024;

/** Multiplications that are worth a chunk: about ten microseconds. */
const SMALLEST_CHUNK = 250_000;

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
 * @param enough so many bands can be shared well; there may be more, where a band's copy would be too large
 * @param unit rows that stay together; divides those of the grid
 */
export function cutBands(sizes: Sizes, work: number, enough: number, unit = 1): Bands {
  const { images, sourceDepth, depth, rows, columns } = sizes;
  const direct = depth === sourceDepth && staysInside(rows) && staysInside(columns);
  const rowBytes = covered(columns, columns.count) * depth * 4;
  const room = direct ? Number.POSITIVE_INFINITY : LARGEST_COPY / rowBytes;
  const wanted = Math.max(SMALLEST_CHUNK, (work * images * rows.count) / enough) / work;
  const most = Math.min((room - rows.span) / rows.step + 1, wanted);
  const rowsAtOnce = unit * evenly(rows.count / unit, most / unit);
  const imagesAtOnce = evenly(images, Math.min(room / covered(rows, rows.count), wanted / rows.count));
  const count = Math.ceil(images / imagesAtOnce) * Math.ceil(rows.count / rowsAtOnce);
  return { direct, imagesAtOnce, rowsAtOnce, count, bytes: direct ? 0 : imagesAtOnce * covered(rows, rowsAtOnce) * rowBytes };
}

/** The size of equal parts of `total`, none larger than `most` if that is 1 or more. */
function evenly(total: number, most: number): number {
  return Math.ceil(total / Math.ceil(total / Math.max(1, Math.floor(most))));
}
