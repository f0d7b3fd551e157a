import { address, arg } from '../layout';
import { image, imagePitch, origin, pitch, room, row, rows } from './band';
import { finishVectors } from './finish';
import { copyColumns } from './pack';
import { multiplyTile, PANEL, PANEL_BYTES, TILE_ROWS } from './tile';
import { advance, sumScaled, sumVectors } from './vectors';
import { GradientWord, Kind, Word } from './words';

// The filter gradient is a product, too. Its rows are the values of a window, its columns the channels of dy, and its depth the pixels
// of some output rows: dW [tap, value; channel] = sum over pixels of x [pixel + tap, value] * dy [pixel, channel]. Two tables hold where
// each row of the product begins in a window, and in dW.

/** In a thread's room, behind the sums of a tile: the list of pixels, the packed part of dy, then the band. */
const PIXELS: usize = 256;

export function lefts(): usize { return address(Word.TABLES); }

export function outs(): usize { return lefts() + (<usize>arg(GradientWord.TABLE_ROWS) << 2); }

// What the products of a block have in common, for the thread that runs: the list, and the panels of dy.
let list: usize = 0, listEnd: usize = 0, dy: usize = 0, dyPanel: usize = 0, dyStep: usize = 0;

/** Adds what `count` output rows of the band contribute to panels [panel, panelEnd) of the sum at `out`. */
export function addRows(first: i32, count: i32, panel: i32, panelEnd: i32, out: usize, how: i32): void {
  const pixels = count * arg(Word.COLUMNS), channels = <usize>arg(Word.CHANNELS) << 2;
  const pixel = (image * arg(Word.ROWS) + row + first) * arg(Word.COLUMNS);
  list = room() + PIXELS;
  listEnd = list + (<usize>pixels << 2);
  listPixels(first, count);
  dy = address(Word.FILTER) + <usize>pixel * channels + <usize>panel * PANEL_BYTES;
  dyPanel = PANEL_BYTES;
  dyStep = channels;
  if (arg(GradientWord.PACKS)) pack(panel, panelEnd, pixels);
  if (arg(Word.KIND) == Kind.PANELS) addPanels(panel, panelEnd, out, how);
  else if (arg(Word.KIND) == Kind.COLUMN) addColumn(out, how);
  else for (let i = panel; i < panelEnd; i++, dy += dyPanel) addChannels(i, out, how);
}

/** Where the windows of the pixels are. */
function listPixels(first: i32, count: i32): void {
  const step = <usize>(arg(Word.STEP_COLUMNS) * arg(Word.DEPTH)) << 2;
  let entry = list;
  for (let i = first; i < first + count; i++) {
    let offset = origin + <usize>(i / rows) * imagePitch + <usize>(i % rows * arg(Word.STEP_ROWS)) * pitch;
    for (let x = 0; x < arg(Word.COLUMNS); x++, entry += 4, offset += step) store<usize>(entry, offset);
  }
}

/** Copies the panels of dy, so that each lies in one piece and is filled up with zeros. */
function pack(panel: i32, panelEnd: i32, pixels: i32): void {
  const packed = listEnd + 15 & ~15;
  dyPanel = <usize>pixels * PANEL_BYTES;
  let target = packed, source = dy;
  for (let i = panel; i < panelEnd; i++, target += dyPanel, source += PANEL_BYTES) {
    copyColumns(source, dyStep, pixels, min(arg(Word.CHANNELS) - i * PANEL, PANEL), target);
  }
  dy = packed;
  dyStep = PANEL_BYTES;
}

function addPanels(panel: i32, panelEnd: i32, out: usize, how: i32): void {
  const height = arg(Word.FILTER_ROWS) * arg(Word.FILTER_COLUMNS) * arg(Word.DEPTH), channels = arg(Word.CHANNELS);
  for (let i = 0; i < height; i += TILE_ROWS) {
    const at = <usize>i << 2, tileRows = min(height - i, TILE_ROWS);
    let b = dy, c = out + <usize>panel * PANEL_BYTES;
    for (let j = panel; j < panelEnd; j++, b += dyPanel, c += PANEL_BYTES) {
      multiplyTile(lefts() + at, outs() + at, tileRows, list, listEnd, b, dyStep, c, channels - j * PANEL, how, 0, room());
    }
  }
}

/** dy has one channel, which scales the windows' values, four at a time. */
function addColumn(out: usize, how: i32): void {
  const height = arg(Word.FILTER_ROWS) * arg(Word.FILTER_COLUMNS) * arg(Word.DEPTH) >> 2;
  for (let i = 0; i < height; i += TILE_ROWS) {
    const at = <usize>i << 2;
    sumScaled(lefts() + at, list, listEnd, dy, dyStep, room());
    finishVectors(room(), min(height - i, TILE_ROWS), outs() + at, out, 4, how, 0);
  }
}

/** A panel of channels, each by itself: the rows of the product are the taps. */
function addChannels(panel: i32, out: usize, how: i32): void {
  const height = arg(Word.FILTER_ROWS) * arg(Word.FILTER_COLUMNS), channels = arg(Word.CHANNELS);
  for (let channel = panel * PANEL; channel < min(channels, (panel + 1) * PANEL); channel += 4) {
    const b = dy + (<usize>(channel % PANEL) << 2), c = out + (<usize>channel << 2);
    for (let i = 0; i < height; i += TILE_ROWS) {
      const at = <usize>i << 2;
      sumVectors(lefts() + at, list, listEnd, b, dyStep, room());
      finishVectors(room(), min(height - i, TILE_ROWS), outs() + at, c, min(channels - channel, 4), how, 0);
    }
    advance(list, listEnd);
  }
}
