import * as tf from '@tensorflow/tfjs-core';
import { beforeAll, expect, test } from 'vitest';
import { registerGradients } from '../gradients/register.ts';
import { createRng } from '../rng.ts';
import { Embedding } from './embedding.ts';

beforeAll(registerGradients);

test('gives each label its row', () => {
  const embedding = new Embedding({ count: 3, dimensions: 2 }, createRng(0));
  embedding.table.assign(tf.tensor2d([[1, 2], [3, 4], [5, 6]]));
  expect(embedding.apply(tf.tensor1d([2, 0, 2], 'int32')).arraySync()).toEqual([[5, 6], [1, 2], [5, 6]]);
  expect(embedding.apply(tf.tensor2d([[0], [1]], [2, 1], 'int32')).arraySync()).toEqual([[[1, 2]], [[3, 4]]]);
});

test('a row gets the gradients of all its labels', () => {
  const embedding = new Embedding({ count: 3, dimensions: 2 }, createRng(0));
  const { grads } = tf.variableGrads(() => tf.sum(embedding.apply(tf.tensor1d([2, 0, 2], 'int32'))), [embedding.table]);
  expect(Object.values(grads)[0]!.arraySync()).toEqual([[1, 1], [0, 0], [2, 2]]);
});
