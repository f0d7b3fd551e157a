import type { Machine } from '../../wasm/machine.ts';
import type { Pass } from './passes.ts';

// As in assembly/reduction/blocks.ts, where the reason stands.
const ROW_BLOCK = 16384;
const COLUMN_BLOCK = 256;
const STRIP = 16;

/** Numbers that a thread reads at a time: a few microseconds of work. */
const CHUNK = 32768;

/** The blocks into which what is reduced is cut. */
export function blocksOf({ size, inner }: Pass): number {
  return Math.ceil(size / (inner === 1 ? ROW_BLOCK : COLUMN_BLOCK));
}

/** Runs the kernel for rows or that for columns over all blocks. */
export function runBlocks(machine: Machine, kernel: 'sum' | 'max', from: number, to: number, pass: Pass, last: number): void {
  const { outer, size, inner } = pass;
  if (inner === 1) {
    const perChunk = Math.ceil(CHUNK / Math.min(size, ROW_BLOCK));
    machine.run(`${kernel}Rows`, Math.ceil((outer * blocksOf(pass)) / perChunk), from, to, outer, size, perChunk, last);
  } else {
    const perChunk = Math.ceil(CHUNK / STRIP / Math.min(size, COLUMN_BLOCK));
    const strips = outer * blocksOf(pass) * Math.ceil(inner / STRIP);
    machine.run(`${kernel}Columns`, Math.ceil(strips / perChunk), from, to, outer, size, inner, perChunk, last);
  }
}
