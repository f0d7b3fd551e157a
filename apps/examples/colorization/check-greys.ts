import { check } from '@genmodels/core';
import * as tf from '@tensorflow/tfjs-core';
import { toBytes } from './bytes.ts';
import { toYCoCg } from './ycocg.ts';

/**
 * Greys pictures, [count, height, width, 3] as a file of bytes holds them, and compares each pixel with what they were coloured
 * from, [count, height, width, 1]. Resolves to the number of pixels; rejects with 'invalid-value' where one differs.
 */
export async function checkGreys(pictures: tf.Tensor4D, greys: tf.Tensor4D): Promise<number> {
  const differ = tf.tidy(() => {
    const bytes: tf.Tensor4D = tf.clipByValue(toBytes(pictures), 0, 255);
    return tf.sum(tf.cast(tf.notEqual(toYCoCg(bytes).luma, toBytes(greys)), 'int32'));
  });
  const [count] = await differ.data();
  differ.dispose();
  check(
    count === 0,
    'invalid-value',
    () => `greying pictures must give back what they were coloured from, but ${count} of ${greys.size} pixels differ`,
  );
  return greys.size;
}
