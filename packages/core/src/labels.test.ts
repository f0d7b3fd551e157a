import * as tf from '@tensorflow/tfjs-core';
import { expect, test } from 'vitest';
import { GenmodelsError } from './errors.ts';
import { checkBatchLabels, checkConditionCount, labelsTensor } from './labels.ts';

test('classes become int32, from any list of numbers; without classes there are none', async () => {
  for (const labels of [[2, 0, 1], Float32Array.of(2, 0, 1), { length: 3, 0: 2, 1: 0, 2: 1 }]) {
    const tensor = labelsTensor(labels, 3, 3)!;
    expect([tensor.dtype, tensor.shape, [...(await tensor.data())]]).toEqual(['int32', [3], [2, 0, 1]]);
    tensor.dispose();
  }
  expect(labelsTensor(undefined, 0, 3)).toBeUndefined();
});

test.each<[string, () => unknown, string, string]>([
  ['no labels', () => labelsTensor(undefined, 3, 2), 'invalid-argument', 'condition.labels must give one of 3 classes for each of 2 examples, got none'],
  ['labels without classes', () => labelsTensor([0, 0], 0, 2), 'invalid-argument', 'condition.labels must not be given to a model without classes'],
  ['too few', () => labelsTensor([0], 3, 2), 'invalid-shape', 'condition.labels must be of 2 examples, one after another, got 1'],
  ['a class too many', () => labelsTensor([0, 3], 3, 2), 'invalid-value', 'labels must be integers from 0 to 2, got 3'],
  ['a half class', () => labelsTensor([0, 0.5], 3, 2), 'invalid-value', 'labels must be integers from 0 to 2, got 0.5'],
  ['no number', () => labelsTensor([0, Number.NaN], 3, 2), 'invalid-value', 'labels must be integers from 0 to 2, got NaN'],
  ['maps of other examples', () => checkConditionCount('map', 1, 2), 'invalid-shape', 'condition.map must be of 2 examples, one after another, got 1'],
  ['a batch without', () => checkBatchLabels(undefined, 3, 2), 'invalid-shape', 'a batch must bring labels, int32 [2], one of 3 classes an example, got undefined'],
])('%s: refused', (_, run, code, message) => {
  const before = tf.memory().numTensors;
  expect(run).toThrow(GenmodelsError);
  expect(run).toThrow(`[genmodels/${code}] ${message}`);
  expect(tf.memory().numTensors).toBe(before);
});
