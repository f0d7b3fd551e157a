import type { SimdBackend } from '../../backend.ts';
import type { Axis } from './axis.ts';
import { type Bands, cutBands } from './bands.ts';
import { kinds, type Sizes, tapWeights } from './sizes.ts';
import { transforms, windowsBytes, withWholeWindows } from './winograd.ts';
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
export function correlate({ machine }: SimdBackend, given: Sizes, places: Places, transposed: boolean, clamp = noClamp): void {
  const transformed = transforms(given);
  const sizes = transformed ? withWholeWindows(given) : given;
  const bands = cutBands(sizes, workOf(sizes), ENOUGH_BANDS, transformed ? 2 : 1);
  const { phaseBytes, tableBytes, packedBytes, transformedBytes, roomBytes, panels } = room(sizes, bands, transformed);
  const panelsAtOnce = Math.ceil(Math.max(1, PACKED_AT_ONCE / (packedBytes / 4 / panels)));
  machine.withScratch(tableBytes + packedBytes + transformedBytes + roomBytes * machine.threads, (tables) => {
    const packed = tables + tableBytes;
    const scratch = { tables, packed, rooms: packed + packedBytes + transformedBytes, roomBytes };
    const args = words(sizes, places, places.out, bands, scratch);
    args.push(Number(transposed), 4 * tapWeights(sizes), phaseBytes, panelsAtOnce);
    args.push(places.bias === 0 && clamp === noClamp ? 0 : FINISH, machine.bits(clamp.lowest), machine.bits(clamp.highest));
    args.push(transformed ? packed + packedBytes : 0);
    machine.run('planCorrelation', 1, ...args);
    machine.run('packFilter', Math.ceil(panels / panelsAtOnce)); // the arguments stay where they are
    if (transformed) machine.run('transformFilter', panels);
    machine.run('correlate', bands.count);
  });
}

/** Multiplications for one row of the grid. */
function workOf(sizes: Sizes): number {
  const { rows, columns } = sizes;
  return (tapWeights(sizes) * rows.taps * columns.taps * columns.out) / columns.spread;
}

/** The sizes of the scratch memory. */
function room(sizes: Sizes, { bytes }: Bands, transformed: boolean) {
  const { depth, channels, rows, columns, kind } = sizes;
  const taps = phaseTaps(rows) * phaseTaps(columns);
  const phaseBytes = 4 * (4 + taps + taps * depth);
  const panels = kind === kinds.panels ? Math.ceil(channels / PANEL) : 1;
  return {
    phaseBytes,
    tableBytes: lines(phaseBytes * rows.spread * columns.spread),
    packedBytes: lines(4 * rows.taps * columns.taps * depth * panels * PANEL),
    transformedBytes: transformed ? 64 * depth * channels : 0,
    roomBytes: lines(HEAD_BYTES + (transformed ? windowsBytes(sizes) : 0) + bytes + 16),
    panels,
  };
}

/** The most taps of one phase. */
function phaseTaps({ taps, spread, dilation }: Axis): number {
  return dilation === 1 ? Math.ceil(taps / spread) : taps;
}
