import { ensure } from '../damage.ts';
import type { Pass } from './passes.ts';

/** Adds back, in place, what was subtracted from a row: of `above`, the row before, and of the pixel `step` bytes to the left. */
type Filter = (row: Uint8Array, above: Uint8Array, step: number) => void;

/**
 * Undoes the filters of a pass (PNG, 9.2), in place. Its rows begin at `start`, each behind the byte that names its filter.
 * `step` is the bytes of a pixel, at least 1.
 */
export function unfilter(bytes: Uint8Array, start: number, { rows, rowBytes }: Pass, step: number): void {
  let above: Uint8Array = new Uint8Array(rowBytes);
  for (let i = 0, at = start; i < rows; i++, at += rowBytes + 1) {
    const filter = filterOf(bytes[at]!);
    const row = bytes.subarray(at + 1, at + 1 + rowBytes);
    filter(row, above, step);
    above = row;
  }
}

function filterOf(number: number): Filter {
  ensure(number <= 4, `a row names the filter ${number}`);
  return [none, left, up, average, paeth][number]!;
}

function none(): void {}

function left(row: Uint8Array, _above: Uint8Array, step: number): void {
  for (let i = step; i < row.length; i++) row[i]! += row[i - step]!;
}

function up(row: Uint8Array, above: Uint8Array): void {
  for (let i = 0; i < row.length; i++) row[i]! += above[i]!;
}

function average(row: Uint8Array, above: Uint8Array, step: number): void {
  for (let i = 0; i < row.length; i++) row[i]! += ((i < step ? 0 : row[i - step]!) + above[i]!) >> 1;
}

/** The neighbour nearest to left + above - corner (PNG, 9.4). */
function paeth(row: Uint8Array, above: Uint8Array, step: number): void {
  for (let i = 0; i < row.length; i++) {
    const a = i < step ? 0 : row[i - step]!;
    const b = above[i]!;
    const c = i < step ? 0 : above[i - step]!;
    const toA = Math.abs(b - c);
    const toB = Math.abs(a - c);
    const toC = Math.abs(a + b - 2 * c);
    row[i]! += toA <= toB && toA <= toC ? a : toB <= toC ? b : c;
  }
}
