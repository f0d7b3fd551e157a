import { address, arg } from '../layout';
import { image, imagePitch, images, openBand, origin, pitch, room, row, rows } from './band';
import { GROUP, HEAD, multiplyGroup, OUTS } from './pixel-group';
import { phaseAt, phaseCount } from './plan';
import { correlateWindows } from './winograd/correlate-windows';
import { isTransformed } from './winograd/transformed';
import { Word } from './words';

/**
 * A convolution or its input gradient, with bias and clamp. A chunk is a band; arguments: words.ts. Runs after `planCorrelation` and
 * `packFilter`.
 */
export function correlate(chunk: i32): void {
  if (isTransformed()) return correlateWindows(chunk);
  openBand(chunk, HEAD);
  for (let index = 0; index < phaseCount(); index++) correlatePhase(index);
}

/** All output pixels of one phase in the band, in groups. */
function correlatePhase(index: i32): void {
  const phase = phaseAt(index), spread = arg(Word.SPREAD_ROWS), height = arg(Word.OUT_ROWS);
  const shift = index / arg(Word.SPREAD_COLUMNS) - arg(Word.SHIFT_ROWS);
  let count = 0;
  for (let i = 0; i < images; i++) {
    for (let y = 0; y < rows; y++) {
      const outRow = (row + y) * spread + shift;
      if (outRow < 0 || outRow >= height) continue;
      const window = origin + <usize>i * imagePitch + <usize>(y * arg(Word.STEP_ROWS)) * pitch;
      count = listRow(phase, index % arg(Word.SPREAD_COLUMNS), count, window, (image + i) * height + outRow);
    }
  }
  if (count > 0) multiplyGroup(phase, room(), count);
}

/** Puts the pixels of an output row on the table, and multiplies whenever it is full; returns how many are left on it. */
function listRow(phase: usize, phaseColumn: i32, count: i32, window: usize, outRow: i32): i32 {
  const spread = arg(Word.SPREAD_COLUMNS), width = arg(Word.OUT_COLUMNS), channels = <usize>arg(Word.CHANNELS) << 2;
  const step = <usize>(arg(Word.STEP_COLUMNS) * arg(Word.DEPTH)) << 2, outStep = <usize>spread * channels;
  let column = arg(Word.FIRST_COLUMN) * spread + phaseColumn - arg(Word.SHIFT_COLUMNS);
  if (column < 0) { column += spread; window += step; }
  let out = address(Word.OUT) + (<usize>outRow * <usize>width + <usize>column) * channels;
  for (; column < width; column += spread) {
    const entry = room() + (<usize>count << 2);
    store<usize>(entry, window);
    store<usize>(entry, out, OUTS);
    if (++count == GROUP) { multiplyGroup(phase, room(), count); count = 0; }
    window += step; out += outStep;
  }
  return count;
}
