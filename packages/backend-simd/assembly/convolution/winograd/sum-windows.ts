import { address, arg } from '../../layout';
import { room } from '../band';
import { multiplyTile, PANEL, PANEL_BYTES, TILE_ROWS } from '../tile';
import { GradientWord, Word } from '../words';
import { transformGradient } from './transform-gradient';
import { transformSums } from './transform-sums';
import { transformWindow } from './transform-window';
import { VALUES, windowsBytes } from './transformed';
import { edges, nextWindow, openWindows, outPixel, window } from './windows';

// The filter gradient by the transposed transforms, F(3x3, 2x2): each of the 16 values of a window of x is multiplied with that of the
// 2x2 pixels of dy, and the sums over all windows are transformed once, into 3x3 weights.

// In a thread's room: two tables of a tile's rows, the list of windows, the transformed windows of x, those of dy, the sums, the products
// of one kind of values, the band.
const OUTS: usize = 32;
const LIST: usize = 64;
const TRANSFORMED: usize = 512;

// Where the windows of x and of dy are, and how many now; where the sums are, and the bytes of a row of them and of all of one kind.
let x: usize = 0, dy: usize = 0, count: i32 = 0, sums: usize = 0, row: usize = 0, kindBytes: usize = 0;

/** The part of dW, at `out`, that bands [band, bandEnd) make, in the panels of 8 channels [panel, panelEnd). */
export function sumWindows(band: i32, bandEnd: i32, panel: i32, panelEnd: i32, out: usize): void {
  clearSums(panelEnd - panel);
  for (; band < bandEnd; band++) {
    openWindows(band, <usize>arg(GradientWord.HEAD_BYTES));
    while (nextWindow()) takeWindow(panel, panelEnd);
  }
  multiplyWindows();
  transformSums(sums, kindBytes, row, out + <usize>panel * PANEL_BYTES);
}

/** Sums have as many rows as whole tiles; what stands beyond the depth means nothing. */
function clearSums(panels: i32): void {
  const windows = arg(GradientWord.WINDOWS), depth = arg(Word.DEPTH);
  x = room() + TRANSFORMED;
  dy = x + windowsBytes(windows, depth);
  sums = dy + windowsBytes(windows, arg(Word.CHANNELS));
  row = <usize>panels * PANEL_BYTES;
  kindBytes = <usize>((depth + TILE_ROWS - 1) / TILE_ROWS * TILE_ROWS) * row;
  memory.fill(sums, 0, <usize>VALUES * kindBytes);
}

/** Transforms the window, and multiplies first where there are enough. */
function takeWindow(panel: i32, panelEnd: i32): void {
  const windows = arg(GradientWord.WINDOWS), pixel = <usize>arg(Word.DEPTH) << 2, from = <usize>outPixel * (<usize>arg(Word.CHANNELS) << 2);
  if (count == windows) multiplyWindows();
  transformWindow(window, x + <usize>count * pixel, <usize>windows * pixel);
  transformGradient(address(Word.FILTER) + from, edges, panel, panelEnd, dy + <usize>count * PANEL_BYTES);
  count++;
}

/** Adds the products of the windows, of one kind of values after the other. */
function multiplyWindows(): void {
  const windows = <usize>arg(GradientWord.WINDOWS), pixel = <usize>arg(Word.DEPTH) << 2, outPixelBytes = <usize>arg(Word.CHANNELS) << 2;
  const products = sums + <usize>VALUES * kindBytes;
  list(room() + OUTS, 0, row, TILE_ROWS);
  list(room() + LIST, 0, pixel, count);
  for (let value: usize = 0; value < <usize>VALUES; value++) {
    multiplyValue(x + value * windows * pixel, dy + value * windows * outPixelBytes, products);
    add(products, sums + value * kindBytes, kindBytes);
  }
  count = 0;
}

/** A product of matrices: [depth, windows] by [windows, channels]. */
function multiplyValue(left: usize, right: usize, products: usize): void {
  const lefts = room(), outs = lefts + OUTS, windows = lefts + LIST, windowsEnd = windows + (<usize>count << 2);
  const step = <usize>arg(GradientWord.WINDOWS) * PANEL_BYTES, leftEnd = left + (<usize>arg(Word.DEPTH) << 2);
  for (; left < leftEnd; left += <usize>TILE_ROWS << 2, products += <usize>TILE_ROWS * row) {
    list(lefts, left, 4, TILE_ROWS);
    for (let at: usize = 0, b = right; at < row; at += PANEL_BYTES, b += step) {
      multiplyTile(lefts, outs, TILE_ROWS, windows, windowsEnd, b, PANEL_BYTES, products + at, PANEL, 0, 0, 0);
    }
  }
}

/** A table of `length` addresses, `step` bytes apart. */
function list(table: usize, first: usize, step: usize, length: i32): void {
  for (let i: usize = 0; i < <usize>length; i++) store<usize>(table + (i << 2), first + i * step);
}

// Not in the tiles themselves: with loads behind their loop the whole kernel took 1.4 times as long on Node 20 (tile.ts says why it may).
function add(products: usize, target: usize, bytes: usize): void {
  for (const end = target + bytes; target < end; target += 16, products += 16) {
    v128.store(target, f32x4.add(v128.load(target), v128.load(products)));
  }
}
