import { disposeModule } from '@genmodels/core';
import * as tf from '@tensorflow/tfjs-core';
import { expect, test } from 'vitest';
import { buildLayers } from './build-layers.ts';
import { runSteps } from './run-steps.ts';
import { convolution, halving } from './steps.ts';
import { takeWeights } from './take-weights.ts';
import { formulaWeights } from './testing/formula-weights.ts';

const steps = [convolution('first', 4, 1, 3), halving('second', 2)];
const { weights } = takeWeights(steps, formulaWeights(steps));

test('a layer gives what convolution, batch normalisation and relu give', async () => {
  const x = tf.tensor4d(Float32Array.from({ length: 60 }, (_, i) => Math.sin(i)), [1, 4, 5, 3]);
  const layers = await buildLayers(steps, weights);
  const y = runSteps(steps.slice(0, 1), layers, x);
  const expected = tf.tidy(() => {
    const kernel = tf.transpose(tf.tensor4d(weights('first.conv.weight'), [4, 3, 1, 3]), [2, 3, 1, 0]) as tf.Tensor4D;
    const part = (name: string) => tf.tensor1d(weights(`first.bn.${name}`));
    const normalized = tf.batchNorm(
      tf.conv2d(x, kernel, 1, 'same'),
      part('running_mean'),
      part('running_var'),
      part('bias'),
      part('weight'),
      0.001,
    );
    return tf.relu(normalized);
  });
  const [got, wanted] = [await y.data(), await expected.data()];
  got.forEach((value, i) => {
    expect(value).toBeCloseTo(wanted[i]!, 5);
  });
  tf.dispose([x, y, expected]);
  disposeModule([...layers.values()]);
});

test('steps leave their input alone, and nothing behind', async () => {
  const layers = await buildLayers(steps, weights);
  const x: tf.Tensor4D = tf.ones([1, 5, 5, 3]);
  const before = tf.memory().numTensors;
  const y = runSteps(steps, layers, x);
  expect(tf.memory().numTensors).toBe(before + 1);
  expect(x.isDisposed).toBe(false);
  tf.dispose([x, y]);
  disposeModule([...layers.values()]);
});

test('a load that is stopped leaves nothing behind', async () => {
  const before = tf.memory().numTensors;
  const loading = buildLayers(steps, weights, AbortSignal.abort('no more'));
  await expect(loading).rejects.toBe('no more');
  expect(tf.memory().numTensors).toBe(before);
});
