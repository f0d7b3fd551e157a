import { adam, type BatchSource, cosine, createRng, type DataSpec, fit } from '@genmodels/core';
import * as tf from '@tensorflow/tfjs-core';
import { expect, test } from 'vitest';
import type { VaeOptions } from '../config.ts';
import { mlp } from '../networks/mlp.ts';
import { Vae } from '../vae.ts';
import { type EncodingModel, type LatentHealth, latentHealth } from './latent-health.ts';

const torus: DataSpec = { shape: [4], domain: 'real' };

/** Points on two circles at once: no two coordinates are correlated, so that nothing draws a decoder to z at first. */
function onTorus(count: number, seed: number): tf.Tensor {
  return tf.tidy(() => {
    const angles = tf.mul(createRng(seed).uniform<tf.Rank.R2>([count, 2]), 2 * Math.PI);
    return tf.concat([tf.cos(angles), tf.sin(angles)], 1);
  });
}

/** Trains far too fast, and says how the model is and the mean of its ELBO. */
async function train(options: Partial<VaeOptions>): Promise<LatentHealth & { elbo: number }> {
  const vae = new Vae({ spec: torus, network: mlp({ hidden: [16], activation: 'tanh' }), latent: 2, seed: 1, ...options });
  const source: BatchSource = { spec: torus, batch: (step) => ({ x: onTorus(64, step) }) };
  await fit(vae, source, { steps: 300, seed: 1, optimizer: adam({ learningRate: 0.06 }), schedule: cosine() });
  const examples = onTorus(500, 1e6);
  const health = await latentHealth(vae, examples);
  const elbo = tf.tidy(() => tf.mean(vae.elbo(examples, { seed: 0 })).dataSync()[0]!);
  examples.dispose();
  vae.dispose();
  return { ...health, elbo };
}

test('a model that collapses is warned of, and cured by warm-up as by free bits', async () => {
  const collapsed = await train({});
  expect(collapsed.activeUnits).toBe(0);
  expect(collapsed.kl).toBeLessThan(0.1);
  expect(collapsed.warning).toMatch(/^posterior collapse: 0 of 2 latent dimensions are active, and z says 0\.\d\d nats of an example/);
  for (const options of [{ warmUp: 150 }, { freeBits: 0.25 }]) {
    const cured = await train(options);
    expect(cured.activeUnits).toBe(2);
    expect(cured.kl).toBeGreaterThan(1);
    expect(cured).not.toHaveProperty('warning');
    expect(cured.elbo).toBeGreaterThan(collapsed.elbo + 0.2); // nats: to use z is better, the collapsed model only never found out
  }
});

/** A posterior that is known: of three dimensions the first follows x, the second hardly does, the third not at all. */
const known: EncodingModel = {
  config: { spec: { shape: [1], domain: 'real' } },
  encode: (x) => tf.tidy(() => ({
    mean: tf.mul<tf.Tensor2D>(x, tf.tensor2d([[1, 0.01, 0]])),
    logVariance: tf.add<tf.Tensor2D>(tf.mul(x, 0), tf.tensor2d([[-1, 0, 0]])),
  })),
};

test('variances and nats are those of the formulas, however the examples are cut', async () => {
  const examples = tf.tensor2d([-3, -1, 0, 1, 3], [5, 1]);
  const tensors = tf.memory().numTensors;
  for (const batchSize of [1, 2, 256]) {
    const done: number[] = [];
    const health = await latentHealth(known, examples, { batchSize, onProgress: (count) => done.push(count) });
    const { meanVariance, klPerDimension, kl, ...rest } = health;
    expect(rest).toEqual({ examples: 5, latent: 3, activeUnits: 1 });
    for (const [j, wanted] of [5, 0.0005, 0].entries()) expect(meanVariance[j]).toBeCloseTo(wanted, 6); // 20 / (5 - 1)
    for (const [j, wanted] of [(4 + Math.exp(-1)) / 2, 0.0002, 0].entries()) expect(klPerDimension[j]).toBeCloseTo(wanted, 5); // E[x^2] = 4
    expect(kl).toBeCloseTo((4 + Math.exp(-1)) / 2 + 0.0002, 5);
    expect(done.at(-1)).toBe(5);
    expect(done).toHaveLength(Math.ceil(5 / batchSize));
  }
  expect(tf.memory().numTensors).toBe(tensors);
  examples.dispose();
});

test('of a source it looks at an epoch, or some batches, and disposes them', async () => {
  const batch = (step: number) => ({ x: tf.tensor2d([step, -step], [2, 1]), labels: tf.tensor1d([0, 1], 'int32') });
  const source: BatchSource = { spec: known.config.spec, stepsPerEpoch: 3, batch };
  const tensors = tf.memory().numTensors;
  const epoch = await latentHealth(known, source);
  expect(epoch.examples).toBe(6);
  expect(epoch.meanVariance[0]).toBeCloseTo(10 / 5, 6);
  expect(await latentHealth(known, source, { steps: 2 })).toHaveProperty('examples', 4);
  await expect(latentHealth(known, { spec: source.spec, batch })).rejects.toThrow('[genmodels/invalid-argument] steps must be given for a source without end');
  expect(tf.memory().numTensors).toBe(tensors);
});

test('a conditional model sees the classes, of a tensor or of batches', async () => {
  const vae = new Vae({ spec: { shape: [1], domain: 'real' }, network: mlp({ hidden: [4] }), latent: 2, classes: 2 });
  const x = tf.tensor2d([0.5, -1, 2], [3, 1]);
  const labels = [1, 0, 1];
  const tensors = tf.memory().numTensors;
  const whole = await latentHealth(vae, x, { condition: { labels } });
  expect(await latentHealth(vae, x, { condition: { labels }, batchSize: 2 })).toEqual(whole);
  const source: BatchSource = { spec: vae.config.spec, stepsPerEpoch: 1, batch: () => ({ x: tf.clone(x), labels: tf.tensor1d(labels, 'int32') }) };
  expect(await latentHealth(vae, source)).toEqual(whole);
  await expect(latentHealth(vae, x)).rejects.toThrow('condition.labels must give one of 2 classes');
  expect(tf.memory().numTensors).toBe(tensors);
  x.dispose();
  vae.dispose();
});

test('a model without classes is not told the labels of a source', async () => {
  const vae = new Vae({ spec: { shape: [1], domain: 'real' }, network: mlp({ hidden: [4] }), latent: 2 });
  const batch = () => ({ x: tf.tensor2d([0.5, -1], [2, 1]), labels: tf.tensor1d([1, 0], 'int32') });
  expect(await latentHealth(vae, { spec: vae.config.spec, stepsPerEpoch: 1, batch })).toHaveProperty('examples', 2);
  vae.dispose();
});

test('an abort and bad examples leave nothing behind', async () => {
  const examples = tf.zeros([4, 1]);
  const source: BatchSource = { spec: known.config.spec, stepsPerEpoch: 2, batch: () => ({ x: tf.zeros([2, 1]) }) };
  const tensors = tf.memory().numTensors;
  const signal = AbortSignal.abort(new Error('enough'));
  await expect(latentHealth(known, examples, { signal })).rejects.toThrow('enough');
  await expect(latentHealth(known, source, { signal })).rejects.toThrow('enough');
  await expect(latentHealth(known, tf.tidy(() => tf.zeros([1])), {})).rejects.toThrow('examples must be a tensor of shape [batch, 1]');
  await expect(latentHealth(known, examples, { batchSize: 0 })).rejects.toThrow('batchSize must be an integer of at least 1');
  expect(tf.memory().numTensors).toBe(tensors + 1);
  examples.dispose();
});

test('one example is too few to vary', async () => {
  const one = tf.zeros([1, 1]);
  await expect(latentHealth(known, one)).rejects.toThrow('[genmodels/invalid-argument] examples must be two at least, got 1');
  one.dispose();
});
