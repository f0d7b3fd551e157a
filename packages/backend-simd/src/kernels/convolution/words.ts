import type { Bands } from './bands.ts';
import type { Sizes } from './sizes.ts';

/** Addresses of what the kernels of assembly/convolution work on. */
export interface Places {
  readonly source: number;
  readonly filter: number;
  /** [channels], or 0 for none. */
  readonly bias: number;
  readonly out: number;
}

/** Addresses in scratch memory. */
export interface Scratch {
  readonly tables: number;
  readonly packed: number;
  /** Room for each thread. */
  readonly rooms: number;
  readonly roomBytes: number;
}

/** Whole cache lines. */
export function lines(bytes: number): number {
  return Math.ceil(bytes / 64) * 64;
}

/** The arguments that all convolution kernels have, in the order of assembly/convolution/words.ts. One literal: spreads would cost more than a small kernel. */
export function words(sizes: Sizes, places: Places, out: number, bands: Bands, scratch: Scratch): number[] {
  const { rows, columns } = sizes;
  return [
    places.source,
    places.filter,
    places.bias,
    out,
    scratch.tables,
    scratch.packed,
    scratch.rooms,
    scratch.roomBytes,
    sizes.images,
    rows.source,
    columns.source,
    sizes.sourceDepth,
    sizes.depth,
    sizes.copies,
    rows.out,
    columns.out,
    sizes.channels,
    rows.taps,
    columns.taps,
    rows.dilation,
    columns.dilation,
    rows.step,
    columns.step,
    rows.spread,
    columns.spread,
    rows.shift,
    columns.shift,
    rows.low,
    columns.low,
    rows.span,
    columns.span,
    rows.first,
    rows.count,
    columns.first,
    columns.count,
    Number(bands.direct),
    bands.imagesAtOnce,
    bands.rowsAtOnce,
    sizes.kind,
  ];
}
