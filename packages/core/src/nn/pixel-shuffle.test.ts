import * as tf from '@tensorflow/tfjs-core';
import { expect, test } from 'vitest';
import { createRng } from '../rng.ts';
import { pixelShuffle, pixelUnshuffle } from './pixel-shuffle.ts';

test('pixelShuffle is TensorFlow\'s depth to space', () => {
  const deep = createRng(0).normal<tf.Rank.R4>([2, 3, 2, 12]);
  expect(pixelShuffle(deep, 2).arraySync()).toEqual(tf.depthToSpace(deep, 2, 'NHWC').arraySync());
});

test('pixelUnshuffle undoes it', () => {
  const image = createRng(0).normal<tf.Rank.R4>([2, 6, 9, 2]);
  expect(pixelUnshuffle(image, 3).shape).toEqual([2, 2, 3, 18]);
  expect(pixelShuffle(pixelUnshuffle(image, 3), 3).dataSync()).toEqual(image.dataSync());
});
