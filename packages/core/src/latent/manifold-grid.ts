import * as tf from '@tensorflow/tfjs-core';
import { integer } from '../config.ts';
import { inverseNormalCdf } from './inverse-normal-cdf.ts';

/**
 * Codes that cut a two-dimensional standard normal into size x size cells of equal mass, one from the middle of each:
 * [size * size, 2] in reading order, the first dimension growing to the right and the second downwards. Decoded, they are the
 * picture of the latent manifold of Kingma and Welling 2014, figure 4.
 */
export function manifoldGrid(size: number): tf.Tensor2D {
  integer({ min: 1 })(size, 'size');
  const ticks = Array.from({ length: size }, (_, i) => inverseNormalCdf((i + 0.5) / size));
  return tf.tensor2d(ticks.flatMap((down) => ticks.map((right) => [right, down])));
}
