import * as tf from '@tensorflow/tfjs-core';
import { expect, test } from 'vitest';
import { createRng } from '../rng.ts';
import { attributeVector } from './attribute-vector.ts';
import { pureDirection } from './pure-direction.ts';

const codes = tf.tensor2d([[1, 0.5, 0], [-1, -0.5, 0], [0.5, 1, 0], [-0.5, -1, 0]]);
const smiling = [1, 0, 1, 0]; //  its vector is [1.5, 1.5, 0]

function expectClose(actual: tf.Tensor, expected: readonly number[]): void {
  actual.dataSync().forEach((value, i) => expect(value).toBeCloseTo(expected[i]!, 5));
}

test('alone it is the attribute vector, of length 1', () => {
  expectClose(pureDirection(codes, smiling), [Math.SQRT1_2, Math.SQRT1_2, 0]);
});

test('beside others it is what lies along none of them', () => {
  expectClose(pureDirection(codes, smiling, [[0, 1, 1, 0]]), [Math.SQRT1_2, Math.SQRT1_2, 0]); // [-0.5, 0.5, 0], at right angles
  expectClose(pureDirection(codes, smiling, [[1, 0, 0, 0]]), [-1 / Math.sqrt(5), 2 / Math.sqrt(5), 0]); // [4, 2, 0] / 3
});

test('a move along it changes the place along the vector of no other attribute', () => {
  const z = createRng(0).normal<tf.Rank.R2>([60, 8]);
  const has = (attribute: number) => Array.from({ length: 60 }, (_, i) => Number(createRng(attribute).fork(i).nextWord() % 3 === 0));
  const others = [has(1), has(2), has(3)];
  const direction = pureDirection(z, has(4), others);
  for (const other of others) expect(Math.abs(tf.sum(tf.mul(attributeVector(z, other), direction)).dataSync()[0]!)).toBeLessThan(1e-6);
  expect(tf.sum(tf.mul(attributeVector(z, has(4)), direction)).dataSync()[0]).toBeGreaterThan(0.1);
  expect(tf.norm(direction).dataSync()[0]).toBeCloseTo(1, 5);
});

test('an attribute that is named twice counts once', () => {
  const other = [1, 0, 0, 0];
  expect(pureDirection(codes, smiling, [other, other]).dataSync()).toEqual(pureDirection(codes, smiling, [other]).dataSync());
});

test('nothing is left of an attribute that others tell: zeros, and not what rounding leaves', () => {
  expectClose(pureDirection(codes, smiling, [smiling]), [0, 0, 0]);
  expectClose(pureDirection(codes, smiling, [[1, 0, 0, 0], [0, 0, 1, 0]]), [0, 0, 0]); // they span the plane of all codes
});

test('leaves only its result', () => {
  const before = tf.memory().numTensors;
  pureDirection(codes, smiling, [[1, 0, 0, 0]]).dispose();
  expect(tf.memory().numTensors).toBe(before);
});

test('an attribute that all codes have is refused', () => {
  expect(() => pureDirection(codes, smiling, [[1, 1, 1, 1]])).toThrow('[genmodels/invalid-argument] there must be one label from 0 to 1');
});
