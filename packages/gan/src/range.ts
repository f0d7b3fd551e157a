import { type Domain, sigmoid, tanh } from '@genmodels/core';
import * as tf from '@tensorflow/tfjs-core';

/** Examples as the players see them: values in [0, 1] become [-1, 1], real numbers stay. */
export function toPlayers<T extends tf.Tensor>(x: T, domain: Domain): T {
  return domain === 'real' ? x : tf.sub(tf.mul(x, 2), 1);
}

/** The generator's raw answer as the players see it: a tanh where the data have bounds. */
export function squash<T extends tf.Tensor>(raw: T, domain: Domain): T {
  return domain === 'real' ? raw : tanh(raw);
}

/** The generator's raw answer as an example: (tanh(raw) + 1) / 2 = sigmoid(2 raw) where the data have bounds. */
export function toExamples<T extends tf.Tensor>(raw: T, domain: Domain): T {
  return domain === 'real' ? raw : sigmoid(tf.mul(raw, 2));
}
