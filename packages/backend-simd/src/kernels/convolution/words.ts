import type { Bands } from './bands.ts';
import type { Sizes } from './sizes.ts';

/** Chunks that have room to run at once, one in each thread. Others wait. */
const SLOTS = 16;

/** What the kernels of assembly/convolution work on: sizes and addresses. */
export interface Task extends Sizes {
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
  readonly slots: number;
  readonly slotBytes: number;
  readonly slotCount: number;
}

/** Room for each of so many chunks that run at once. */
export function slotCount(chunks: number): number {
  return Math.min(SLOTS, chunks);
}

/** Whole cache lines. */
export function lines(bytes: number): number {
  return Math.ceil(bytes / 64) * 64;
}

/** The arguments that all convolution kernels have, in the order of assembly/convolution/words.ts. */
export function words(task: Task, bands: Bands, scratch: Scratch): number[] {
  const { rows, columns } = task;
  return [
    ...[task.source, task.filter, task.bias, task.out],
    ...[scratch.tables, scratch.packed, scratch.slots, scratch.slotBytes, scratch.slotCount],
    ...[task.images, rows.source, columns.source, task.sourceDepth, task.depth, task.copies],
    ...[rows.out, columns.out, task.channels],
    ...[rows.taps, columns.taps, rows.dilation, columns.dilation],
    ...[rows.step, columns.step, rows.spread, columns.spread, rows.shift, columns.shift],
    ...[rows.low, columns.low, rows.span, columns.span],
    ...[rows.first, rows.count, columns.first, columns.count],
    ...[Number(bands.direct), bands.imagesAtOnce, bands.rowsAtOnce, task.kind],
  ];
}
