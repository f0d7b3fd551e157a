import { adam, type BatchSource, cosine, createRng, fit } from '@genmodels/core';
import * as tf from '@tensorflow/tfjs-core';
import { expect, test } from 'vitest';
import { mlp } from '../networks/mlp.ts';
import { AdversarialAutoencoder } from './adversarial-autoencoder.ts';

const network = mlp({ hidden: [32, 32] });

/** Even draws from the square [-4, 4] x [-4, 4]: nothing like a Gaussian. */
function square(count: number, seed: number): tf.Tensor2D {
  return tf.tidy(() => tf.mul(tf.sub(createRng(seed).uniform<tf.Rank.R2>([count, 2]), 0.5), 8));
}

/** Mean and variance of both numbers of a code, and their correlation. Disposes the codes. */
async function describeCodes(z: tf.Tensor2D) {
  const values = [...(await z.data())];
  z.dispose();
  const meanOf = (all: readonly number[]) => all.reduce((sum, value) => sum + value, 0) / all.length;
  const [first, second] = [0, 1].map((column) => values.filter((_, i) => i % 2 === column)) as [number[], number[]];
  const means = [meanOf(first), meanOf(second)] as const;
  const variances = [first, second].map((column, i) => meanOf(column.map((value) => (value - means[i]!) ** 2)));
  const covariance = meanOf(first.map((value, i) => (value - means[0]) * (second[i]! - means[1])));
  return { means, variances, correlation: covariance / Math.sqrt(variances[0]! * variances[1]!) };
}

test('codes of a square come to lie as N(0, I), and still say where in the square', async () => {
  const source: BatchSource = { spec: { shape: [2], domain: 'real' }, batch: (step) => ({ x: square(128, step) }) };
  const model = new AdversarialAutoencoder({ spec: source.spec, network, latent: 2, hidden: [64, 64], codeNoise: 0.3 });
  const x = square(2000, 1e6);
  const before = await describeCodes(model.encode(x));
  expect(Math.max(...before.variances.map((variance) => Math.abs(variance - 1)))).toBeGreaterThan(0.3);
  await fit(model, source, { steps: 400, seed: 0, optimizer: adam({ learningRate: 5e-3, beta1: 0.5 }), schedule: cosine() });
  const { means, variances, correlation } = await describeCodes(model.encode(x));
  const gaps = [...means, ...variances.map((variance) => variance - 1), correlation].map(Math.abs);
  for (const gap of gaps) expect(gap).toBeLessThan(0.2); // under five seeds at most 0.14
  const error = tf.tidy(() => tf.mean(tf.square(tf.sub(x, model.reconstruct(x)))));
  expect((await error.data())[0]).toBeLessThan(0.1); // of a variance of 5.3
  tf.dispose([x, error]);
  model.dispose();
});

/** Two clouds side by side, the classes 0 and 1. */
function clouds(count: number, seed: number): { readonly x: tf.Tensor2D; readonly labels: tf.Tensor1D } {
  const labels = Array.from({ length: count }, (_, i) => i % 2);
  const x = tf.tidy((): tf.Tensor2D => {
    const centres = tf.tensor2d(labels.map((label) => [label === 0 ? -3 : 3, 0]));
    return tf.add(createRng(seed).normal<tf.Rank.R2>([count, 2]), centres);
  });
  return { x, labels: tf.tensor1d(labels, 'int32') };
}

/** What is told of the clouds: points at their edges, so that the line between the labels cuts through both. */
function labelledEdges() {
  const x = tf.tensor2d([[-1.2, 2.5], [-1.6, 3.2], [1.2, -2.5], [1.6, -3.2]]);
  return { x, labels: tf.tensor1d([0, 0, 1, 1], 'int32') };
}

test('four labels name two clouds of points: what lies together gets one name', async () => {
  const source: BatchSource = {
    spec: { shape: [2], domain: 'real' },
    batch: (step) => ({ x: clouds(64, step).x, labelled: labelledEdges() }),
  };
  const shareRight = async (phases: readonly string[]) => {
    const options = { spec: source.spec, network, latent: 2, hidden: [32, 32], classes: 2, semiSupervised: true };
    const model = new AdversarialAutoencoder(options);
    const objectives = () => model.objectives().filter(({ name }) => phases.includes(name));
    const training = { steps: 150, seed: 0, optimizer: adam({ learningRate: 5e-3, beta1: 0.5 }), schedule: cosine() };
    await fit({ ...model, objectives, dispose: () => {} }, source, training);
    const { x, labels } = clouds(2000, 1e6);
    const right = tf.tidy(() => tf.mean(tf.cast(tf.equal(tf.argMax(model.classify(x), 1), labels), 'float32')));
    model.dispose();
    return (await right.data())[0];
  };
  expect(await shareRight(['classification'])).toBeLessThan(0.95);
  expect(await shareRight(['reconstruction', 'discriminator', 'generator', 'classification'])).toBeGreaterThan(0.98);
});
