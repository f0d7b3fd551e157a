import { createRng } from '@genmodels/core';
import * as tf from '@tensorflow/tfjs-core';
import { expect, test } from 'vitest';
import { paint } from './paint.ts';
import { toRgb, toYCoCg } from './ycocg.ts';

const count = 5000;

/** Whole numbers from `low` to `high`, of the same chance. */
function drawn(name: string, low: number, high: number, channels: number): tf.Tensor4D {
  const uniform = createRng(0).fork(name).uniform([1, 1, count, channels]) as tf.Tensor4D;
  return tf.add(low, tf.floor(tf.mul(uniform, high - low + 1)));
}

test('any chroma on any grey is a colour of that grey', () => {
  tf.tidy(() => {
    const luma = drawn('luma', 0, 255, 1);
    const painted = paint({ luma, chroma: drawn('chroma', -255, 255, 2) });
    expect([tf.min(painted).dataSync()[0], tf.max(painted).dataSync()[0]]).toEqual([0, 255]);
    expect(toYCoCg(painted).luma.dataSync()).toEqual(luma.dataSync());
  });
});

test('a chroma that is a colour stays as it is', () => {
  tf.tidy(() => {
    const rgb = drawn('rgb', 0, 255, 3);
    expect(paint(toYCoCg(rgb)).dataSync()).toEqual(rgb.dataSync());
  });
});

test('what is too bold is paler, and no further than it must', () => {
  tf.tidy(() => {
    const parts = { luma: tf.fill([1, 1, 1, 1], 250) as tf.Tensor4D, chroma: tf.tensor4d([0, -64], [1, 1, 1, 2]) };
    expect([...toRgb(parts).dataSync()]).toEqual([282, 218, 282]);
    expect([...paint(parts).dataSync()]).toEqual([255, 245, 255]); // 10 of 64: the fifth of 32 steps; a sixth would be 256
  });
});
