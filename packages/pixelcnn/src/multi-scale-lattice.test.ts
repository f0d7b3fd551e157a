import * as tf from '@tensorflow/tfjs-core';
import { expect, test } from 'vitest';
import { Lattice } from './multi-scale-lattice.ts';

// 0  1  2  3      at scale 3 the small image is    0  3
// 4  5  6  7                                      12 15
// 8  9 10 11
// 12 13 14 15     of 5 rows and 4 columns
// 16 17 18 19
const shape = [5, 4, 1];

/** Two images, the second 100 above the first. */
function twoImages(): tf.Tensor4D {
  return tf.tensor4d([...Array.from({ length: 20 }, (_, i) => i), ...Array.from({ length: 20 }, (_, i) => 100 + i)], [2, 5, 4, 1]);
}

test('a side that the scale does not divide counts its last part', () => {
  expect(new Lattice(shape, 2).smallShape).toEqual([3, 2, 1]);
  expect(new Lattice(shape, 3).smallShape).toEqual([2, 2, 1]);
  expect(new Lattice(shape, 9).smallShape).toEqual([1, 1, 1]);
});

test('an image is its small one and the others', async () => {
  const [lattice, x] = [new Lattice(shape, 3), twoImages()];
  const before = tf.memory().numTensors;
  const [small, others, kept] = [lattice.subsample(x), lattice.others(x), lattice.keep(x)];
  expect(tf.memory().numTensors).toBe(before + 3);
  expect(await small.array()).toEqual([[[[0], [3]], [[12], [15]]], [[[100], [103]], [[112], [115]]]]);
  expect(others.shape).toEqual([2, 1, 16, 1]);
  const chosen = [0, 3, 12, 15];
  expect([...(await others.data())]).toEqual([...(await x.data())].filter((value) => !chosen.includes(value % 100)));
  expect([...(await kept.data())]).toEqual([...(await x.data())].map((value) => (chosen.includes(value % 100) ? value : 0)));
  tf.dispose([x, small, others, kept]);
});

test('on the host, parts are taken out and put back, with all numbers of a pixel', () => {
  const lattice = new Lattice([2, 3, 2], 2);
  const large = Float32Array.from({ length: 24 }, (_, i) => i);
  const small = lattice.part(large, 2);
  expect([...small]).toEqual([0, 1, 4, 5, 12, 13, 16, 17]);
  const placed = lattice.place(small, new Float32Array(24), 2);
  expect([...placed]).toEqual([...large].map((value) => (small.includes(value) ? value : 0)));
});

test('an image of one pixel has no second scale', () => {
  expect(() => new Lattice([1, 1, 3], 2)).toThrow('[genmodels/invalid-config] a model of two scales must have images of more than one pixel, got [1, 1, 3]');
});
