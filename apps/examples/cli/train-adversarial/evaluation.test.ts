import { Dataset } from '@genmodels/datasets';
import { AdversarialAutoencoder, mlp } from '@genmodels/vae';
import * as tf from '@tensorflow/tfjs-core';
import { expect, test } from 'vitest';
import { statisticsOf } from './code-statistics.ts';
import { evaluate } from './evaluation.ts';

const data = Dataset.from({ values: Float32Array.of(0, 1, 1, 0), shape: [1], domain: 'unit', labels: [0, 1, 0, 0] });

test('means and variances of codes are those of each dimension', () => {
  expect(statisticsOf([1, 5, 3, 5], 2)).toEqual({ means: [2, 5], variances: [1, 0] });
});

test('errors, codes and classes are those of the model', async () => {
  const model = new AdversarialAutoencoder({ spec: data.spec, network: mlp({ hidden: [] }), latent: 1, classes: 2, semiSupervised: true });
  const before = tf.memory().numTensors;
  const set = (variable: tf.Variable, values: number[]) => tf.tidy(() => variable.assign(tf.tensor(values, variable.shape)));
  set(model.code.kernel, [2]); // z = 2 x
  set(model.classHead!.kernel, [0, 9]); // class 1 where x > 0.5
  set(model.classHead!.bias!, [4.5, 0]);
  const decoder = model.decoder.network as unknown as { readonly output: { readonly kernel: tf.Variable } };
  set(decoder.output.kernel, [0, 0, 0]); // every reconstruction is 0.5
  const { squaredError, codes, classes } = await evaluate(model, data);
  expect(squaredError).toMatchObject({ value: 0.25, images: 4 });
  expect(codes).toEqual({ means: [1], variances: [1] });
  expect(classes).toEqual({ confusion: [[2, 1], [0, 1]], error: 0.25, uncertainty: Math.sqrt((0.25 * 0.75) / 4) });
  expect(tf.memory().numTensors).toBe(before);
  model.dispose();
});
