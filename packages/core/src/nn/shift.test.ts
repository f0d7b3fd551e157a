import * as tf from '@tensorflow/tfjs-core';
import { expect, test } from 'vitest';
import { shiftDown, shiftRight } from './shift.ts';

const x = tf.tensor4d([1, 2, 3, 4, 5, 6], [1, 2, 3, 1]);

test('shiftDown', () => {
  expect(tf.squeeze(shiftDown(x)).arraySync()).toEqual([[0, 0, 0], [1, 2, 3]]);
});

test('shiftRight', () => {
  expect(tf.squeeze(shiftRight(x)).arraySync()).toEqual([[0, 1, 2], [0, 4, 5]]);
});
