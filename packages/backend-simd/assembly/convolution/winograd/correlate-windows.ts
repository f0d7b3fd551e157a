import { address, arg } from '../../layout';
import { room } from '../band';
import { OUTS } from '../pixel-group';
import { offsetList, panelCount, phaseAt } from '../plan';
import { multiplyTile, PANEL, PANEL_BYTES, TILE_ROWS } from '../tile';
import { Word } from '../words';
import { transformOutput } from './transform-output';
import { transformWindow } from './transform-window';
import { VALUES, WINDOWS, windowsBytes } from './transformed';
import { edges, nextWindow, openWindows, outPixel, window } from './windows';

// In a thread's room: the tables that products need, the place of each window's output, the transformed windows, their products, the band.
const PLACES: usize = 512;
const TRANSFORMED: usize = 768;

/** A band, two rows and two columns of output at a time. Runs after `transformFilter`. */
export function correlateWindows(chunk: i32): void {
  openWindows(chunk, TRANSFORMED + windowsBytes(WINDOWS, arg(Word.DEPTH)) + windowsBytes(WINDOWS, arg(Word.CHANNELS)));
  const pixel = <usize>arg(Word.DEPTH) << 2;
  let count = 0;
  while (nextWindow()) {
    if (count == WINDOWS) { multiplyWindows(count); count = 0; }
    const place = room() + PLACES + (<usize>count << 3);
    store<i32>(place, outPixel);
    store<i32>(place, edges, 4);
    transformWindow(window, room() + TRANSFORMED + <usize>count * pixel, <usize>WINDOWS * pixel);
    count++;
  }
  multiplyWindows(count);
}

/** The first `count` windows with the whole filter. */
function multiplyWindows(count: i32): void {
  const products = room() + TRANSFORMED + windowsBytes(WINDOWS, arg(Word.DEPTH)), pixel = <usize>arg(Word.CHANNELS) << 2;
  listRows(room() + OUTS, 0, pixel);
  for (let value = 0; value < VALUES; value++) multiplyValue(value, count, products + <usize>(value * WINDOWS) * pixel);
  for (let i = 0; i < count; i++) {
    const place = room() + PLACES + (<usize>i << 3);
    transformOutput(products + <usize>i * pixel, address(Word.OUT) + <usize>load<i32>(place) * pixel, load<i32>(place, 4));
  }
}

/** One of the values of every window with the filter's, a product of matrices: [windows, depth] by [depth, channels]. */
function multiplyValue(value: i32, count: i32, products: usize): void {
  const depth = arg(Word.DEPTH), pixel = <usize>depth << 2, table = room(), panelBytes = <usize>depth * PANEL_BYTES;
  const list = offsetList(phaseAt(0), 0), listEnd = offsetList(phaseAt(0), depth); // the first tap's offsets are those of one pixel
  listRows(table, table + TRANSFORMED + <usize>(value * WINDOWS) * pixel, pixel);
  let b = address(Word.TRANSFORMED) + <usize>(value * panelCount()) * panelBytes;
  for (let panel = 0; panel < panelCount(); panel++, b += panelBytes, products += PANEL_BYTES) {
    for (let i = 0; i < count; i += TILE_ROWS) {
      const at = table + (<usize>i << 2);
      multiplyTile(at, at + OUTS, TILE_ROWS, list, listEnd, b, PANEL_BYTES, products, PANEL, 0, 0, 0);
    }
  }
}

/** A table of addresses, `step` bytes apart. */
function listRows(table: usize, first: usize, step: usize): void {
  for (let i: usize = 0; i < <usize>WINDOWS; i++) store<usize>(table + (i << 2), first + i * step);
}
