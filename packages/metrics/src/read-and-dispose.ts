import type * as tf from '@tensorflow/tfjs-core';

/** The values of a float32 tensor, which is gone afterwards, also where the backend fails. */
export async function readAndDispose(tensor: tf.Tensor): Promise<Float32Array> {
  try {
    return (await tensor.data()) as Float32Array;
  } finally {
    tensor.dispose();
  }
}
