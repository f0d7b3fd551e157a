import * as tf from '@tensorflow/tfjs-core';
import { fromBytes, toBytes } from './bytes.ts';
import { toYCoCg } from './ycocg.ts';

/** Pictures without their colours: [batch, height, width, 3] to [batch, height, width, 1], both in [0, 1]. The caller disposes it. */
export function toGrey(pictures: tf.Tensor): tf.Tensor4D {
  return tf.tidy(() => fromBytes(toYCoCg(toBytes(pictures)).luma));
}
