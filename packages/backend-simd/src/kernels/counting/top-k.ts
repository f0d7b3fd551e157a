import type { KernelConfig, TensorInfo, TopKAttrs } from '@tensorflow/tfjs-core';
import { define } from '../kernel.ts';
import { floatsOf, integersOf } from '../values.ts';
import { largest } from './largest.ts';

/** The bits of a float32; beyond them there is NaN alone. */
const INFINITY = 0x7f800000;

/**
 * The k largest along the last axis, in order, the first of equals first. NaN ranks above all, where stock cpu loses its order.
 */
export function topKKernel(): KernelConfig {
  return define<{ x: TensorInfo }, TopKAttrs>('TopK', {
    fits: ({ inputs: { x } }) => x.dtype === 'float32' || x.dtype === 'int32',
    run({ inputs: { x }, attrs: { k }, backend }) {
      const length = x.shape.at(-1)!;
      const shape = [...x.shape.slice(0, -1), k];
      const outputs = [backend.empty(shape, x.dtype), backend.empty(shape, 'int32')] as const;
      const read = x.dtype === 'int32' ? integersOf : floatsOf;
      const [values, tops, places] = [read(backend, x), read(backend, outputs[0]), integersOf(backend, outputs[1])];
      const keys = new Int32Array(length);
      for (let to = 0, first = 0; to < tops.length; to += k, first += length) {
        rank(values.subarray(first, first + length), keys);
        const some = places.subarray(to, to + k);
        largest(keys, some);
        for (let i = 0; i < k; i++) tops[to + i] = values[first + some[i]!]!;
      }
      return [...outputs];
    },
  });
}

/**
 * Integers in the order of the values. Those of floats are their bits, mirrored below zero; the two zeros are one, and so are
 * all NaN.
 */
function rank(values: Int32Array | Float32Array, keys: Int32Array): void {
  keys.set(new Int32Array(values.buffer, values.byteOffset, values.length));
  if (values instanceof Int32Array) return;
  for (let i = 0; i < keys.length; i++) {
    const bits = keys[i]!;
    const magnitude = bits & 0x7fffffff;
    if (magnitude > INFINITY) keys[i] = 0x7fffffff;
    else if (bits < 0) keys[i] = -magnitude;
  }
}
