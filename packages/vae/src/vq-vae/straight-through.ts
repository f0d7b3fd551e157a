import { ownOp } from '@genmodels/core';
import * as tf from '@tensorflow/tfjs-core';

/** `quantized` in value, z to gradients: what the decoder wants changed, the encoder gets told as it is. Section 3.2. */
export function straightThrough<T extends tf.Tensor>(z: T, quantized: T): T {
  return ownOp(
    [z],
    () => tf.clone(quantized),
    (dy) => [dy],
  ) as T;
}
