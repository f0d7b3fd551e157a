import { address, arg } from '../layout';
import { bandCount, images, openBand, room, rows } from './band';
import { ADD } from './finish';
import { addRows, lefts, outs } from './gradient-rows';
import { tapOffset } from './plan';
import { PANEL } from './tile';
import { sumWindows } from './winograd/sum-windows';
import { GradientWord, Kind, Word } from './words';

/** Values of dW whose parts a chunk adds. */
const SUM_CHUNK: i32 = 4096;

/** Writes the tables of a filter gradient. One chunk; arguments: words.ts. */
export function planFilterGradient(_chunk: i32): void {
  const taps = arg(Word.FILTER_ROWS) * arg(Word.FILTER_COLUMNS), depth = arg(Word.DEPTH);
  const step = arg(Word.KIND) == Kind.PANELS ? 1 : arg(Word.KIND) == Kind.COLUMN ? 4 : depth; // values of a window that a row stands for
  let entry: usize = 0;
  for (let tap = 0; tap < taps; tap++) {
    for (let value = 0; value < depth; value += step, entry += 4) {
      store<usize>(lefts() + entry, tapOffset(tap, 0, 0) + (<usize>value << 2));
      store<i32>(outs() + entry, tap * arg(GradientWord.OUT_TAP_BYTES) + ((value * arg(Word.CHANNELS)) << 2));
    }
  }
  for (const end = <usize>arg(GradientWord.TABLE_ROWS) << 2; entry < end; entry += 4) { // whole tiles
    store<usize>(lefts() + entry, load<usize>(lefts() + entry - 4));
    store<usize>(outs() + entry, load<usize>(outs() + entry - 4));
  }
}

/**
 * The sum over one part of the images for one part of the channels: chunk = part * COLUMN_PARTS + column part. The parts do not depend
 * on the number of threads. Arguments: words.ts. Runs after `planFilterGradient`.
 */
export function filterGradient(chunk: i32): void {
  const columnParts = arg(GradientWord.COLUMN_PARTS), part = chunk / columnParts, columnPart = chunk % columnParts;
  const parts = arg(GradientWord.PARTS), panels = (arg(Word.CHANNELS) + PANEL - 1) / PANEL;
  const panel = columnPart * panels / columnParts, panelEnd = (columnPart + 1) * panels / columnParts;
  const out = address(Word.OUT) + <usize>part * <usize>arg(GradientWord.PART_BYTES);
  const begin = part * bandCount() / parts, end = (part + 1) * bandCount() / parts;
  if (arg(GradientWord.WINDOWS)) return sumWindows(begin, end, panel, panelEnd, out);
  let how = 0;
  for (let band = begin; band < end; band++) {
    openBand(band, <usize>arg(GradientWord.HEAD_BYTES));
    for (let first = 0; first < images * rows; first += arg(GradientWord.ROWS_A_BLOCK)) {
      addRows(first, min(arg(GradientWord.ROWS_A_BLOCK), images * rows - first), panel, panelEnd, out, how);
      how = ADD;
    }
  }
}

/** Adds the parts, in their order. A chunk is a piece of dW; arguments: words.ts. */
export function sumParts(chunk: i32): void {
  const begin = <usize>(chunk * SUM_CHUNK) << 2, parts = arg(GradientWord.PARTS), partBytes = <usize>arg(GradientWord.PART_BYTES);
  const end = min(begin + (SUM_CHUNK << 2), partBytes), result = address(GradientWord.RESULT);
  for (let at = begin; at < end; at += 16) {
    let from = address(Word.OUT) + at, sum = v128.load(from);
    for (let part = 1; part < parts; part++) { from += partBytes; sum = f32x4.add(sum, v128.load(from)); }
    v128.store(result + at, sum);
  }
}
