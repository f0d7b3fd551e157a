import type { SimdBackend } from '../../backend.ts';
import { cutBands } from './bands.ts';
import { kinds, type Sizes, tapWeights } from './sizes.ts';
import { GRADIENT_WINDOWS, gradientHead, transforms, withWholeWindows } from './winograd.ts';
import { lines, type Places, words } from './words.ts';

/** Parts of the images that are summed apart, so that threads can share them. Their number must not depend on that of the threads. */
const MOST_PARTS = 16;

/** Bytes of all these sums together. */
const PARTS_BYTES = 4 * 1024 * 1024;

/** Chunks that are enough to share; where large filters leave fewer parts, the channels are shared out, too, at least so many to a chunk. */
const ENOUGH_CHUNKS = 8;
const FEWEST_CHANNELS = 32;

/** Pixels that are summed in one go: what stands under them shares the first-level cache. */
const BLOCK_PIXELS = 224;

/** Bytes of a tile's sums at the head of a thread's room, values that `sumParts` adds in a chunk, columns and rows of a tile: assembly/convolution. */
const SUMS_BYTES = 256;
const SUM_CHUNK = 4096;
const PANEL = 8;
const TILE_ROWS = 6;

/**
 * dW [filter rows, filter columns, depth, channels], at `out`, from x, at `source`, and dy [..., channels], at `filter`. The axes are those of
 * the convolution. Where windows are transformed (winograd.ts), NaN or an infinity may make all taps of its channels NaN.
 */
export function filterGradient({ machine }: SimdBackend, given: Sizes, places: Places): void {
  const transformed = transforms(given);
  const sizes = transformed ? withWholeWindows(given) : given;
  const { bands, parts, columnParts, rowsABlock, packs } = cut(sizes, transformed);
  const { tableRows, tableBytes, headBytes, partBytes, tapBytes } = room(sizes, rowsABlock, packs, transformed);
  const partsBytes = parts === 1 ? 0 : parts * partBytes;
  const roomBytes = lines(headBytes + bands.bytes + 16);
  machine.withScratch(tableBytes + partsBytes + roomBytes * machine.threads, (tables) => {
    const sums = tables + tableBytes;
    const scratch = { tables, packed: 0, rooms: sums + partsBytes, roomBytes };
    const args = words(sizes, places, parts === 1 ? places.out : sums, bands, scratch);
    args.push(0, places.out, parts, partBytes, columnParts, tapBytes, tableRows, headBytes, rowsABlock, Number(packs));
    args.push(transformed ? GRADIENT_WINDOWS : 0);
    machine.run('planFilterGradient', 1, ...args);
    machine.run('filterGradient', parts * columnParts); // the arguments stay where they are
    if (parts > 1) machine.run('sumParts', Math.ceil(partBytes / 4 / SUM_CHUNK));
  });
}

/** Who sums what. It follows from the sizes alone. */
function cut(sizes: Sizes, transformed: boolean) {
  const { channels, rows, columns, kind } = sizes;
  const weights = rows.taps * columns.taps * tapWeights(sizes);
  const bands = cutBands(sizes, weights * columns.count, MOST_PARTS, transformed ? 2 : 1);
  const parts = Math.min(bands.count, MOST_PARTS, Math.max(1, Math.floor(PARTS_BYTES / (4 * weights))));
  const columnParts = Math.max(1, Math.min(Math.ceil(ENOUGH_CHUNKS / parts), Math.floor(channels / FEWEST_CHANNELS)));
  const rowsInBand = bands.imagesAtOnce * bands.rowsAtOnce;
  const rowsABlock = Math.min(rowsInBand, Math.max(1, Math.round(BLOCK_PIXELS / columns.count)));
  const packs = channels % 4 !== 0 ? kind !== kinds.column : kind === kinds.panels && channels > PANEL;
  return { bands, parts, columnParts, rowsABlock, packs };
}

/** The sizes of the scratch memory. */
function room(sizes: Sizes, rowsABlock: number, packs: boolean, transformed: boolean) {
  const { rows, columns } = sizes;
  const taps = rows.taps * columns.taps;
  const tableRows = taps * tapRows(sizes) + TILE_ROWS;
  const pixels = rowsABlock * columns.count;
  const packedBytes = packs ? pixels * Math.ceil(sizes.channels / PANEL) * PANEL * 4 : 0;
  const tapBytes = 4 * tapWeights(sizes);
  return {
    tableRows,
    tableBytes: lines(2 * 4 * tableRows),
    headBytes: transformed ? gradientHead(sizes) : lines(SUMS_BYTES + 4 * pixels + 16 + packedBytes),
    partBytes: lines(taps * tapBytes),
    tapBytes,
  };
}

/** Rows of the product for one tap. */
function tapRows({ kind, depth }: Sizes): number {
  if (kind === kinds.panels) return depth;
  return kind === kinds.column ? depth / 4 : 1;
}
