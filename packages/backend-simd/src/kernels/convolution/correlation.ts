import type { SimdBackend } from '../../backend.ts';
import type { Axis } from './axis.ts';
import { type Bands, cutBands } from './bands.ts';
import { kinds, type Sizes, tapWeights } from './sizes.ts';
import { lines, type Places, words } from './words.ts';

/** Bytes at the head of a thread's room: assembly/convolution/pixel-group.ts. */
const HEAD_BYTES = 768;

/** Columns in a packed panel of the filter. */
const PANEL = 8;

/** Asks for the bias and the clamp: assembly/convolution/finish.ts. */
const FINISH = 2;

/** More bands than this share the work no better, and more of their edges are copied twice. */
const ENOUGH_BANDS = 32;

/** Weights that are worth a thread of their own to pack. */
const PACKED_AT_ONCE = 32768;

/** Between what results are kept. NaN stays NaN. */
export interface Clamp {
  readonly lowest: number;
  readonly highest: number;
}

export const noClamp: Clamp = { lowest: Number.NEGATIVE_INFINITY, highest: Number.POSITIVE_INFINITY };

/** A convolution, or with `transposed` its input gradient, whose filter is turned around: `out` = `source` * `filter` + `bias`, clamped. */
export function correlate({ machine }: SimdBackend, sizes: Sizes, places: Places, transposed: boolean, clamp = noClamp): void {
  const bands = cutBands(sizes, workOf(sizes), ENOUGH_BANDS);
  const { phaseBytes, tableBytes, packedBytes, roomBytes, panels } = room(sizes, bands);
  const panelsAtOnce = Math.ceil(Math.max(1, PACKED_AT_ONCE / (packedBytes / 4 / panels)));
  machine.withScratch(tableBytes + packedBytes + roomBytes * machine.threads, (tables) => {
    const packed = tables + tableBytes;
    const scratch = { tables, packed, rooms: packed + packedBytes, roomBytes };
    const args = words(sizes, places, places.out, bands, scratch);
    args.push(Number(transposed), 4 * tapWeights(sizes), phaseBytes, panelsAtOnce);
    args.push(places.bias === 0 && clamp === noClamp ? 0 : FINISH, machine.bits(clamp.lowest), machine.bits(clamp.highest));
    machine.run('planCorrelation', 1, ...args);
    machine.run('packFilter', Math.ceil(panels / panelsAtOnce)); // the arguments stay where they are
    machine.run('correlate', bands.count);
  });
}

/** Multiplications for one row of the grid. */
function workOf(sizes: Sizes): number {
  const { rows, columns } = sizes;
  return (tapWeights(sizes) * rows.taps * columns.taps * columns.out) / columns.spread;
}

/** The sizes of the scratch memory. */
function room({ depth, channels, rows, columns, kind }: Sizes, { bytes }: Bands) {
  const taps = phaseTaps(rows) * phaseTaps(columns);
  const phaseBytes = 4 * (4 + taps + taps * depth);
  const panels = kind === kinds.panels ? Math.ceil(channels / PANEL) : 1;
  return {
    phaseBytes,
    tableBytes: lines(phaseBytes * rows.spread * columns.spread),
    packedBytes: lines(4 * rows.taps * columns.taps * depth * panels * PANEL),
    roomBytes: lines(HEAD_BYTES + bytes + 16),
    panels,
  };
}

/** The most taps of one phase. */
function phaseTaps({ taps, spread, dilation }: Axis): number {
  return dilation === 1 ? Math.ceil(taps / spread) : taps;
}
