import * as tf from '@tensorflow/tfjs-core';
import { expect, test } from 'vitest';
import { runOnThreads } from '../../testing/compare.ts';

const numbers = (shape: number[], seed: number) =>
  tf.tensor(Float32Array.from({ length: tf.util.sizeFromShape(shape) }, (_, index) => Math.sin(index + seed) * 20), shape);

/** Several chunks each, the last of which is not full. */
function results(): tf.Tensor[] {
  const [x, y, rows] = [numbers([17, 2501], 1), numbers([17, 2501], 2), numbers([17, 1], 3)];
  const [isLarge, isSmall] = [tf.greater(x, rows), tf.less(y, 0.5)];
  const ofOne = [tf.exp(x), tf.tanh(x), tf.log(tf.abs(x)), tf.relu(x), tf.isFinite(x), tf.cast(x, 'int32'), tf.zerosLike(x)];
  const ofTwo = [tf.add(x, y), tf.div(x, rows), tf.sub(1, x), tf.addN([x, y, x]), tf.logicalAnd(isLarge, isSmall), tf.where(isLarge, x, y)];
  return [...ofOne, ...ofTwo, isLarge, isSmall];
}

test('any number of threads gives the same bits', async () => {
  const [one, two, three] = await runOnThreads(results);
  expect(two).toEqual(one);
  expect(three).toEqual(one);
});
