import { createRng } from '@genmodels/core';
import * as tf from '@tensorflow/tfjs-core';
import { type Operation, operand } from './operation.ts';
import type { ElementwiseWork, NormalsWork } from './work.ts';

export function elementwiseOperation({ operation, size }: ElementwiseWork): Operation {
  const x = operand<tf.Rank.R1>('x', [size]);
  const ops = { tanh: tf.tanh<tf.Tensor1D>, exp: tf.exp<tf.Tensor1D>, sigmoid: tf.sigmoid<tf.Tensor1D> };
  return { operands: [x], run: () => ops[operation](x) };
}

/** As initial weights and noise are drawn: a tensor of core's stream. */
export function normalsOperation({ size }: NormalsWork): Operation {
  const rng = createRng(0);
  return { operands: [], run: () => rng.normal<tf.Rank.R1>([size]) };
}
