import * as tf from '@tensorflow/tfjs-core';
import { expect, test } from 'vitest';
import { combineCodes } from './combine-codes.ts';

const smilingWomen = tf.tensor2d([[5, 1, 2], [5, 1, 0]]);
const neutralWomen = tf.tensor2d([[1, 1, 1], [1, 1, 3], [1, 1, 2]]);
const neutralMen = tf.tensor2d([[1, 9, 0]]);

test('a term is the mean of its examples', () => {
  const smilingMan = combineCodes({ plus: [smilingWomen, neutralMen], minus: [neutralWomen] });
  expect(smilingMan.arraySync()).toEqual([[5, 9, -1]]);
  expect(combineCodes({ plus: [smilingWomen] }).arraySync()).toEqual([[5, 1, 1]]);
  expect(combineCodes({ plus: [neutralMen], minus: [smilingWomen, neutralWomen] }).arraySync()).toEqual([[-5, 7, -3]]);
});

test('leaves only its result', () => {
  const before = tf.memory().numTensors;
  combineCodes({ plus: [smilingWomen, neutralMen], minus: [neutralWomen] }).dispose();
  expect(tf.memory().numTensors).toBe(before);
});

test.each([
  [{ plus: [] }, '[genmodels/invalid-argument] plus must have at least one term, got none'],
  [{ plus: [neutralMen], minus: [tf.zeros([2, 4])] }, '[genmodels/invalid-shape] a term must be codes [examples, 3], got float32 [2, 4]'],
  [{ plus: [tf.zeros([0, 3])] }, '[genmodels/invalid-shape] a term must be codes [examples, 3], got float32 [0, 3]'],
  [{ plus: [tf.zeros([3])] }, '[genmodels/invalid-shape] a term must be codes [examples, dimensions], got float32 [3]'],
])('%#: what is no sum of codes is refused', (terms, message) => {
  expect(() => combineCodes(terms as Parameters<typeof combineCodes>[0])).toThrow(message);
});
