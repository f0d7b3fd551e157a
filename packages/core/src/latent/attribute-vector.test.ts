import * as tf from '@tensorflow/tfjs-core';
import { expect, test } from 'vitest';
import { attributeVector, meanCodes } from './attribute-vector.ts';

const codes = tf.tensor2d([[1, 0], [3, 2], [0, 10], [5, 4]]);

test('the mean code of each label', () => {
  expect(meanCodes(codes, [0, 0, 2, 1], 3).arraySync()).toEqual([[2, 1], [5, 4], [0, 10]]);
});

test('an attribute is the mean with it minus the mean without', () => {
  expect(attributeVector(codes, [0, 1, 0, 1]).arraySync()).toEqual([3.5, -2]);
});

test('leaves only its result', () => {
  const before = tf.memory().numTensors;
  attributeVector(codes, [0, 1, 0, 1]).dispose();
  expect(tf.memory().numTensors).toBe(before);
});

test.each([[[0, 1, 0]], [[0, 0, 0, 0]], [[0, 1, 2, 0]], [[0, 1, 0.5, 1]], [[0, 1, -1, 1]]])('labels %j are refused', (labels) => {
  expect(() => attributeVector(codes, labels)).toThrow('[genmodels/invalid-argument] there must be one label from 0 to 1');
});
