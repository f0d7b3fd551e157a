import { createRng, unregisterGradients } from '@genmodels/core';
import * as tf from '@tensorflow/tfjs-core';
import { Laps } from './laps.ts';

/** One op on operands that are in memory. */
export interface Operation {
  readonly operands: readonly tf.Tensor[];
  run(): tf.Tensor;
}

/** Milliseconds of each run. The backends that are measured here compute before an op returns, so nothing is read. */
export function timeOperation({ operands, run }: Operation, milliseconds: number): number[] {
  unregisterGradients(); // with core's gradients come kernels of its own for tfjs's wasm backend, which is measured as it is
  const laps = new Laps(milliseconds);
  try {
    do run().dispose();
    while (!laps.lap());
    return laps.times;
  } finally {
    tf.dispose([...operands]);
  }
}

/** Operands that are the same in every run: N(0, 1). */
export function operand<R extends tf.Rank>(name: string, shape: tf.ShapeMap[R]): tf.Tensor<R> {
  return createRng(0).fork(name).normal<R>(shape);
}
