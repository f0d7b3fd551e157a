import * as tf from '@tensorflow/tfjs-core';
import { expect, test } from 'vitest';
import { toFile } from './draw-examples.ts';
import { drawRows, repeatImages } from './draw-rows.ts';

/** Images of one pixel. */
const images = (...values: number[]) => tf.tensor4d(values, [values.length, 1, 1, 1]);

test('the copies of an image stand one after another', async () => {
  expect([...(await repeatImages(images(0, 1), 3).data())]).toEqual([0, 0, 0, 1, 1, 1]);
});

test('a row holds what belongs to an image, and no tensor is left', async () => {
  const sets = [images(0, 1), images(1, 0, 0, 1), images(0, 0)] as const;
  const before = tf.memory().numTensors;
  expect(await drawRows(...sets)).toEqual(await toFile(images(0, 1, 0, 0, 1, 0, 1, 0), 'images', 4));
  expect(tf.memory().numTensors).toBe(before);
});
