import * as tf from '@tensorflow/tfjs-core';
import fc from 'fast-check';
import { type Result, runOn } from './compare.ts';

type Dtype = 'float32' | 'int32' | 'bool';

/** A tensor to move: all of its numbers differ, as far as its type lets them. */
export interface Shaped {
  readonly shape: number[];
  readonly dtype: Dtype;
}

/** Any rank, and sizes long enough for tiles and vectors as well as none at all. */
export const shaped: fc.Arbitrary<Shaped> = fc.record({
  shape: fc.oneof(
    fc.array(fc.integer({ min: 0, max: 3 }), { maxLength: 6 }),
    fc.array(fc.integer({ min: 1, max: 24 }), { minLength: 1, maxLength: 3 }),
  ),
  dtype: fc.constantFrom<Dtype[]>('float32', 'int32', 'bool'),
});

/** The same with something drawn for each axis. */
export function withAxes<T>(draw: (extent: number) => fc.Arbitrary<T>): fc.Arbitrary<Shaped & { axes: T[] }> {
  return shaped.chain((x) => fc.tuple(...x.shape.map(draw)).map((axes) => ({ ...x, axes: axes as T[] })));
}

export function numbered({ shape, dtype }: Shaped): tf.Tensor {
  const size = shape.reduce((product, extent) => product * extent, 1);
  return tf.tensor(
    Array.from({ length: size }, (_, index) => (dtype === 'bool' ? (index % 3) % 2 : index + 1)),
    shape,
    dtype,
  );
}

/** Checks a property on two dozen drawings. */
export function forEach<T>(drawings: fc.Arbitrary<T>, check: (drawing: T) => Promise<void>): Promise<void> {
  return fc.assert(fc.asyncProperty(drawings, check), { numRuns: 25 });
}

export async function onBoth(ops: () => tf.Tensor | tf.Tensor[]): Promise<{ simd: Result; cpu: Result }> {
  return { simd: await runOn('simd', ops), cpu: await runOn('cpu', ops) };
}
