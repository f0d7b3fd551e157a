import { type DataType, type TensorInfo, util } from '@tensorflow/tfjs-core';
import type { SimdBackend } from '../../backend.ts';
import { CHEAP } from './chunk.ts';

/**
 * A new tensor, every number of which is a function of that in x, by a kernel of assembly/ that takes x, out, size and numbers a chunk.
 * @param words what else it takes
 */
export function map(
  backend: SimdBackend,
  kernel: string,
  x: TensorInfo,
  dtype: DataType,
  chunk = CHEAP,
  words: readonly number[] = [],
): TensorInfo {
  const out = backend.empty(x.shape, dtype);
  const size = util.sizeFromShape(x.shape);
  backend.machine.run(kernel, Math.ceil(size / chunk), backend.addressOf(x), backend.addressOf(out), size, chunk, ...words);
  return out;
}
