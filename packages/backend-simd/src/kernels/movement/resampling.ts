import { type TensorInfo, util } from '@tensorflow/tfjs-core';
import type { SimdBackend } from '../../backend.ts';
import type { Machine } from '../../wasm/machine.ts';
import { rowsPerChunk } from './chunks.ts';

/** What a place along an axis of the output takes from the input: neighbouring places from `first` on, and the weight of each. */
interface Sample {
  readonly first: number;
  readonly weights: readonly number[];
}

/** Along one axis, a sample for each place of the output. */
export type Resampling = readonly Sample[];

/** The adjoint: what each place of the input gives to the output. The places that take from one place must be neighbours. */
export function adjoint(resampling: Resampling, inputs: number): Resampling {
  const samples = Array.from({ length: inputs }, () => ({ first: 0, weights: [] as number[] }));
  resampling.forEach(({ first, weights }, output) => {
    weights.forEach((weight, offset) => {
      const sample = samples[first + offset]!;
      if (sample.weights.length === 0) sample.first = output;
      sample.weights.push(weight);
    });
  });
  return samples;
}

/** Images [batch, height, width, channels] (float32) whose pixels are weighted sums of those of x. */
export function resample(backend: SimdBackend, x: TensorInfo, rows: Resampling, columns: Resampling): TensorInfo {
  const [batch, height, width, channels] = x.shape as [number, number, number, number];
  const out = backend.empty([batch, rows.length, columns.length, channels]);
  if (util.sizeFromShape(out.shape) === 0) return out;
  const { machine } = backend;
  const from = backend.addressOf(x);
  const to = backend.addressOf(out);
  const row = width * channels * 4;
  const count = batch * rows.length;
  const share = rowsPerChunk(columns.length * channels * 4);
  const sizes = [height * row, row, rows.length, columns.length, channels];
  const chunks = Math.ceil(count / share);
  const lines = chunks * Math.ceil(row / 64) * 64;
  machine.withScratch(lines + tableBytes(rows) + tableBytes(columns), (line) => {
    const [rowTable, columnTable] = [line + lines, line + lines + tableBytes(rows)];
    writeTable(machine, rowTable, rows);
    writeTable(machine, columnTable, columns);
    machine.run('resample', chunks, from, to, count, share, ...sizes, rowTable, columnTable, line);
  });
  return out;
}

/** Three words for a sample, and its weights. */
function tableBytes(resampling: Resampling): number {
  return resampling.reduce((bytes, { weights }) => bytes + (3 + weights.length) * 4, 0);
}

function writeTable({ memory }: Machine, address: number, resampling: Resampling): void {
  const words = new Int32Array(memory.buffer, address);
  const floats = new Float32Array(memory.buffer, address);
  let end = resampling.length * 3;
  resampling.forEach(({ first, weights }, index) => {
    words.set([first, weights.length, address + end * 4], index * 3);
    floats.set(weights, end);
    end += weights.length;
  });
}
