import * as tf from '@tensorflow/tfjs-core';
import { expect, test } from 'vitest';
import { fromCodeImages, toCodeImages } from './code-images.ts';

test('every code comes back from its level', () => {
  const all = Array.from({ length: 256 }, (_, i) => i);
  const images = toCodeImages(tf.tensor3d(all, [4, 8, 8], 'int32'), 256);
  expect(images.shape).toEqual([4, 8, 8, 1]);
  expect([images.dataSync()[0], images.dataSync()[255]]).toEqual([0, 1]);
  expect([...fromCodeImages(images, 256).dataSync()]).toEqual(all);
});
