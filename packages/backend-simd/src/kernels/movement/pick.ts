import { type TensorInfo, util } from '@tensorflow/tfjs-core';
import type { SimdBackend } from '../../backend.ts';
import type { Machine } from '../../wasm/machine.ts';
import { rowsPerChunk } from './chunks.ts';

/**
 * Tells for each place along an axis of the output where it comes from: a number of bytes, to which the other axes add theirs.
 */
export type Table = ArrayLike<number>;

/** A tensor of this shape, made of runs of so many bytes to which tables, one or more, lead in x. */
export function pick(backend: SimdBackend, x: TensorInfo, shape: number[], tables: readonly Table[], bytes: number): TensorInfo {
  const out = backend.empty(shape, x.dtype);
  if (util.sizeFromShape(shape) === 0) return out;
  const { machine } = backend;
  const from = backend.addressOf(x);
  const to = backend.addressOf(out);
  const words = tables.reduce((sum, { length }) => sum + length, 0);
  const runs = tables.reduce((product, { length }) => product * length, 1);
  const share = rowsPerChunk(bytes);
  machine.withScratch(words * 4, (address) => {
    const axes = writeTables(machine, address, tables);
    machine.run('pickRuns', Math.ceil(runs / share), from, to, runs, share, bytes, tables.length, ...axes);
  });
  return out;
}

/** Returns the extent and the address of each. */
function writeTables({ memory }: Machine, address: number, tables: readonly Table[]): number[] {
  let at = address;
  return tables.flatMap((table) => {
    new Int32Array(memory.buffer, at, table.length).set(table);
    at += table.length * 4;
    return [table.length, at - table.length * 4];
  });
}
