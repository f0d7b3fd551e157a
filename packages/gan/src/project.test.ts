import { createRng, GenmodelsError } from '@genmodels/core';
import * as tf from '@tensorflow/tfjs-core';
import { expect, test } from 'vitest';
import { GanGenerator } from './gan-generator.ts';
import { mlpGenerator } from './networks/mlp-generator.ts';
import { project } from './project.ts';

const create = (classes = 0) => {
  const network = mlpGenerator({ hidden: [16], activation: 'tanh' });
  return new GanGenerator({ spec: { shape: [12], domain: 'unit' }, latent: 3, network, classes });
};

test.each([0, 2])('finds the code that an example was made of, with %d classes', async (classes) => {
  const generator = create(classes);
  const condition = classes ? { condition: { labels: [1, 0, 1, 0] } } : {};
  const z = createRng(5).normal<tf.Rank.R2>([4, 3]);
  const x = generator.generate(z, condition.condition);
  const before = tf.memory().numTensors;
  const found = await project(generator, x, { seed: 0, steps: 500, ...condition });
  expect(tf.memory().numTensors).toBe(before + 2);
  expect(Math.max(...(await found.error.data()))).toBeLessThan(1e-6);
  const again = generator.generate(found.z, condition.condition);
  const gap = tf.max(tf.abs(tf.sub(again, x))).dataSync()[0];
  expect(gap).toBeLessThan(5e-3);
  tf.dispose([z, x, again, found.z, found.error]);
  generator.dispose();
});

test('the error is that of the code, and the same seed finds the same', async () => {
  const generator = create();
  const x = tf.fill([2, 12], 0.9);
  const options = { seed: 3, steps: 5, starts: 2 };
  const [first, second] = [await project(generator, x, options), await project(generator, x, options)];
  expect(await second.z.data()).toEqual(await first.z.data());
  const error = tf.mean(tf.squaredDifference(generator.generate(first.z), x), 1);
  expect(await error.data()).toEqual(await first.error.data());
  generator.dispose();
});

test('an abort ends the search where it stands; bad options are refused', async () => {
  const generator = create();
  const x = tf.zeros([2, 12]);
  const { z, error } = await project(generator, x, { seed: 0, steps: 1000, signal: AbortSignal.abort() });
  expect([z.shape, error.shape]).toEqual([[2, 3], [2]]);
  const before = tf.memory().numTensors;
  await expect(project(generator, x, { seed: 0, starts: 0 })).rejects.toThrow('starts must be an integer of at least 1, got 0');
  await expect(project(generator, tf.zeros([2, 3]), { seed: 0 })).rejects.toThrow(GenmodelsError);
  await expect(project(generator, x, { seed: -1 })).rejects.toThrow('seed');
  expect(tf.memory().numTensors).toBe(before + 1); // the wrong x
  generator.dispose();
});
