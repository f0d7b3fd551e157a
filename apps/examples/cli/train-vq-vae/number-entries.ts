import type { Codebook } from '@genmodels/vae';
import * as tf from '@tensorflow/tfjs-core';
import { nearbyOrder } from './nearby-order.ts';

/**
 * Gives the entries of a codebook new numbers, near ones to near vectors. What the model makes of an image stays the same, but a prior
 * sees a code as one number, and learns the sooner the more that says.
 */
export async function numberEntries({ vectors, uses }: Pick<Codebook, 'vectors' | 'uses'>): Promise<void> {
  const order = nearbyOrder(await vectors.array());
  tf.tidy(() => {
    const indices = tf.tensor1d(order, 'int32');
    vectors.assign(tf.gather(vectors, indices));
    uses.assign(tf.gather(uses, indices));
  });
}
