import { check } from '@genmodels/core';
import type { MultiScale } from '@genmodels/pixelcnn';
import * as tf from '@tensorflow/tfjs-core';
import { repeatImages } from '../data/draw-rows.ts';
import type { Draws } from './draws.ts';

/** That subsampling each drawn image gives back its small image, bit-equal: throws 'invalid-value' where one does not. Gives their number. */
export async function checkKept(model: MultiScale, { small, large }: Pick<Draws, 'small' | 'large'>): Promise<number> {
  const count = large.shape[0];
  const [wanted, got] = tf.tidy(() => [repeatImages(small, count / small.shape[0]), model.subsample(large)]) as [
    tf.Tensor4D,
    tf.Tensor4D,
  ];
  const [given, back] = await Promise.all([wanted.data(), got.data()]).finally(() => tf.dispose([wanted, got]));
  const wrong = given.findIndex((value, i) => !Object.is(value, back[i]));
  check(wrong < 0, 'invalid-value', () => {
    const image = Math.floor((wrong * count) / given.length);
    return `subsampling drawn image ${image} must give back its small image, got ${back[wrong]} where ${given[wrong]} was given: a bug`;
  });
  return count;
}
