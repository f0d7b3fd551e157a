import type * as tf from '@tensorflow/tfjs-core';

/** The values of a tensor, which it disposes. */
export async function readValues(tensor: tf.Tensor): Promise<number[]> {
  try {
    return Array.from(await tensor.data<'float32'>());
  } finally {
    tensor.dispose();
  }
}
