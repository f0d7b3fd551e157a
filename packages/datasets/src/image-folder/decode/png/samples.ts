import type { PngHeader } from './header.ts';
import { type Pass, passesOf } from './passes.ts';
import { unfilter } from './unfilter.ts';

/** Numbers of `depth` bits, [height, width, samples]. */
export type Samples = Uint8Array | Uint16Array;

/** How many bytes the rows of all passes have, with those that name filters. */
export function countBytes(header: PngHeader): number {
  return passesOf(header).reduce((sum, { rows, rowBytes }) => sum + rows * (1 + rowBytes), 0);
}

/** Reads the samples from the unpacked rows, which it changes. */
export function readSamples(bytes: Uint8Array, header: PngHeader): Samples {
  const { width, height, depth, samples } = header;
  const count = width * height * samples;
  const all = depth === 16 ? new Uint16Array(count) : new Uint8Array(count);
  let start = 0;
  for (const pass of passesOf(header)) {
    unfilter(bytes, start, pass, Math.max(1, (samples * depth) >> 3));
    place(bytes, start, pass, header, all);
    start += pass.rows * (1 + pass.rowBytes);
  }
  return all;
}

function place(bytes: Uint8Array, start: number, pass: Pass, { width, depth, samples }: PngHeader, all: Samples): void {
  const read = readerOf(bytes, depth);
  for (let row = 0; row < pass.rows; row++) {
    const from = start + row * (1 + pass.rowBytes) + 1;
    let to = ((pass.top + row * pass.stepY) * width + pass.left) * samples;
    for (let column = 0, i = 0; column < pass.columns; column++, to += pass.stepX * samples) {
      for (let sample = 0; sample < samples; sample++, i++) all[to + sample] = read(from, i);
    }
  }
}

/** Reads the i-th sample of the row at `from`: big-endian, and below 8 bits the leftmost in the high bits (PNG, 7.2). */
function readerOf(bytes: Uint8Array, depth: number): (from: number, i: number) => number {
  if (depth === 8) return (from, i) => bytes[from + i]!;
  if (depth === 16) return (from, i) => (bytes[from + 2 * i]! << 8) | bytes[from + 2 * i + 1]!;
  const mask = (1 << depth) - 1;
  return (from, i) => (bytes[from + ((i * depth) >> 3)]! >> (8 - depth - ((i * depth) & 7))) & mask;
}
