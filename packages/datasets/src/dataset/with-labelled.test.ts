import * as tf from '@tensorflow/tfjs-core';
import { expect, test } from 'vitest';
import { Dataset } from './dataset.ts';
import { withLabelled } from './with-labelled.ts';

const dataOf = (...values: number[]) =>
  Dataset.from({ values: Float32Array.from(values), shape: [1], domain: 'real', labels: values.map((value) => Math.abs(value)) });

test('a batch has no labels but those of the labelled examples beside it', () => {
  const [all, few] = [dataOf(1, 2, 3, 4).batches({ size: 2, shuffle: false }), dataOf(-5, -6).batches({ size: 2, shuffle: false })];
  const source = withLabelled(all, few);
  expect([source.stepsPerEpoch, source.spec]).toEqual([2, all.spec]);
  const before = tf.memory().numTensors;
  const { x, labels, labelled } = source.batch(3);
  expect(tf.memory().numTensors).toBe(before + 3);
  expect([...x.dataSync()]).toEqual([3, 4]);
  expect(labels).toBeUndefined();
  expect([[...labelled!.x.dataSync()], [...labelled!.labels!.dataSync()]]).toEqual([[-5, -6], [5, 6]]);
  tf.dispose([x, labelled!.x, labelled!.labels!]);
});
