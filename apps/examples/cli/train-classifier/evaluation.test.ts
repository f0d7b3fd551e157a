import { Dataset } from '@genmodels/datasets';
import { Classifier } from '@genmodels/metrics';
import * as tf from '@tensorflow/tfjs-core';
import { expect, test } from 'vitest';
import { evaluate } from './evaluation.ts';

const brightness = [0.1, 0.9, 0.4, 1];
const data = Dataset.from({ values: Float32Array.from(brightness), shape: [1, 1, 1], domain: 'unit', labels: [1, 0, 1, 1] });

test('what is recognised is counted, and the surest mistake comes first', async () => {
  const classifier = new Classifier({ spec: data.spec, classes: 2, filters: [1], kernelSize: 1, hidden: 1 });
  const before = tf.memory().numTensors;
  tf.tidy(() => {
    classifier.layers[0]!.convolution.kernel.assign(tf.ones([1, 1, 1, 1]));
    classifier.hidden.kernel.assign(tf.ones([1, 1]));
    classifier.output.kernel.assign(tf.tensor2d([[0, 1]])); // logits 0 and x - 0.5
    classifier.output.bias!.assign(tf.tensor1d([0, -0.5]));
  });
  const { confusion, accuracy, error, mistakes } = await evaluate(classifier, { test: data });
  expect(confusion).toEqual([[0, 1], [2, 1]]);
  expect(accuracy).toBe(1 / 4);
  expect(error).toBeCloseTo(Math.sqrt((1 / 4) * (3 / 4) / 4), 12);
  expect(mistakes.map(({ index }) => index)).toEqual([0, 1, 2].sort((a, b) => Math.abs(brightness[b]! - 0.5) - Math.abs(brightness[a]! - 0.5)));
  expect(mistakes.at(-1)).toEqual({ index: 2, label: 1, predicted: 0 });
  expect(tf.memory().numTensors).toBe(before);
  classifier.dispose();
});
