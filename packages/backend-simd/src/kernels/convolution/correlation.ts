import type { SimdBackend } from '../../backend.ts';
import type { Axis } from './axis.ts';
import { type Bands, cutBands } from './bands.ts';
import { kinds, tapWeights } from './sizes.ts';
import { lines, slotCount, type Task, words } from './words.ts';

/** Bytes at the head of a slot: assembly/convolution/correlate.ts. */
const HEAD_BYTES = 768;

/** Columns in a packed panel of the filter. */
const PANEL = 8;

/** Asks for the bias and the clamp: assembly/convolution/finish.ts. */
const FINISH = 2;

/** Weights that are worth a thread of their own to pack. */
const PACKED_AT_ONCE = 32768;

/** A convolution, or its input gradient: `out` = images * filter + bias, clamped. */
export interface Correlation extends Task, Clamp {
  /** Whether the filter is turned around: [rows, columns, channels, depth]. */
  readonly transposed: boolean;
}

/** Between what results are kept. NaN stays NaN. */
export interface Clamp {
  readonly lowest: number;
  readonly highest: number;
}

export const noClamp: Clamp = { lowest: Number.NEGATIVE_INFINITY, highest: Number.POSITIVE_INFINITY };

/** Computes all of `out`. */
export function correlate({ machine }: SimdBackend, task: Correlation): void {
  const { rows, columns } = task;
  const work = (tapWeights(task) * rows.taps * columns.taps * columns.out) / columns.spread;
  const bands = cutBands(task, work);
  const { phaseBytes, tableBytes, packedBytes, slotBytes, panels } = room(task, bands);
  const panelsAtOnce = Math.ceil(Math.max(1, PACKED_AT_ONCE / (packedBytes / 4 / panels)));
  const slots = slotCount(bands.count);
  machine.withScratch(tableBytes + packedBytes + slotBytes * slots, (tables) => {
    const packed = tables + tableBytes;
    const scratch = { tables, packed, slots: packed + packedBytes, slotBytes, slotCount: slots };
    machine.run(
      'planCorrelation',
      1,
      ...words(task, bands, scratch),
      Number(task.transposed),
      4 * tapWeights(task),
      phaseBytes,
      panelsAtOnce,
      task.bias !== 0 || task.lowest > Number.NEGATIVE_INFINITY || task.highest < Number.POSITIVE_INFINITY ? FINISH : 0,
      machine.bits(task.lowest),
      machine.bits(task.highest),
    );
    machine.run('packFilter', Math.ceil(panels / panelsAtOnce)); // the arguments stay where they are
    machine.run('correlate', bands.count);
  });
}

/** The sizes of the scratch memory. */
function room({ depth, channels, rows, columns, kind }: Correlation, { bytes }: Bands) {
  const taps = phaseTaps(rows) * phaseTaps(columns);
  const phaseBytes = 4 * (4 + taps + taps * depth);
  const panels = kind === kinds.panels ? Math.ceil(channels / PANEL) : 1;
  return {
    phaseBytes,
    tableBytes: lines(64 + phaseBytes * rows.spread * columns.spread),
    packedBytes: lines(4 * rows.taps * columns.taps * depth * panels * PANEL),
    slotBytes: lines(HEAD_BYTES + bytes + 16),
    panels,
  };
}

/** The most taps of one phase. */
function phaseTaps({ taps, spread, dilation }: Axis): number {
  return dilation === 1 ? Math.ceil(taps / spread) : taps;
}
