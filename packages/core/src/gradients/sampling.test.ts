import * as tf from '@tensorflow/tfjs-core';
import '@tensorflow/tfjs-backend-cpu';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { registerAllGradients, unregisterGradients } from './register.ts';

beforeAll(async () => {
  await tf.setBackend('cpu');
  registerAllGradients();
});
afterAll(unregisterGradients);

/** Rises by one from column to column. */
const slope = () => tf.tensor4d([0, 1, 2, 3, 4, 0, 1, 2, 3, 4], [1, 2, 5, 1]);
const first = () => tf.tensor1d([0], 'int32');

test('each end of a box moves the middle of its crop by half, in widths of the image', () => {
  const middle = (boxes: tf.Tensor) => tf.image.cropAndResize(slope(), boxes as tf.Tensor2D, first(), [1, 1]);
  expect([...tf.grad(middle)(tf.tensor2d([[0, 0.1, 0, 0.5]])).dataSync()]).toEqual([0, 2, 0, 2]);
});

test('a box has no gradient where its crop jumps, by the nearest pixels or out of the image', () => {
  const crop = (method: 'bilinear' | 'nearest') => (boxes: tf.Tensor) =>
    tf.image.cropAndResize(slope(), boxes as tf.Tensor2D, first(), [2, 3], method, 9);
  expect([...tf.grad(crop('nearest'))(tf.tensor2d([[0.1, 0.1, 0.8, 0.9]])).dataSync()]).toEqual([0, 0, 0, 0]);
  expect([...tf.grad(crop('bilinear'))(tf.tensor2d([[0, 0, 1, 1]])).dataSync()]).toEqual([0, 0, 0, 0]);
  expect([...tf.grad(crop('bilinear'))(tf.tensor2d([[2, 2, 3, 3]])).dataSync()]).toEqual([0, 0, 0, 0]);
});

test('half a pixel beyond the border, a transform mixes the border with what is around, and gives back its share', () => {
  const moved = (image: tf.Tensor) => tf.image.transform(image as tf.Tensor4D, [[1, 0, -0.5, 0, 1, 0, 0, 0]], 'bilinear');
  const border = (image: tf.Tensor) => tf.slice(moved(image), 0, [1, 2, 1, 1]);
  expect([...tf.grad(moved)(slope()).dataSync()]).toEqual([1, 1, 1, 1, 0.5, 1, 1, 1, 1, 0.5]);
  expect([...tf.grad(border)(slope()).dataSync()]).toEqual([0.5, 0, 0, 0, 0, 0.5, 0, 0, 0, 0]);
});

test('a gradient by transforms is refused, and says what to do', () => {
  const image = slope();
  const transformed = (transforms: tf.Tensor) => tf.image.transform(image, transforms as tf.Tensor2D);
  expect(() => tf.grad(transformed)(tf.tensor2d([[1, 0, 0, 0, 1, 0, 0, 0]]))).toThrow('compute them outside');
});
