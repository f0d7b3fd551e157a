import * as tf from '@tensorflow/tfjs-core';
import { runAccelerated } from '../kernels.ts';

/** average + share (value - average): an exponential moving average's next value. */
export function towards(average: tf.Tensor, value: tf.Tensor, share: number): tf.Tensor {
  const [next] = runAccelerated('genmodels:AverageStep', { average, value }, { share }) ?? [];
  return next ?? tf.add(average, tf.mul(tf.sub(value, average), share));
}
