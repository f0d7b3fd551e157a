import { bernoulliLogProb, createRng, type DiagonalGaussian, registerGradients } from '@genmodels/core';
import { gradientErrors } from '@genmodels/core/testing';
import * as tf from '@tensorflow/tfjs-core';
import { expect, test } from 'vitest';
import { drawImportanceTerms, importanceBound, type LatentModel, logWeights } from './importance-weights.ts';

/** A Bernoulli decoder of one matrix: z [rows, 2] times [2, 3], and whatever posterior is given. */
function modelOf(posterior: DiagonalGaussian, kernel: tf.Tensor2D): LatentModel {
  return { posterior: () => posterior, logProb: ({ x }, z) => bernoulliLogProb(x, tf.matMul(z, kernel)) };
}

const draw = (...shape: number[]) => createRng(4).fork(shape.length).fork(shape[0]!).normal(shape);

test.each([1, 0.4])('the gradient through the weights, to the power %d, is that of finite differences', async (power) => {
  registerGradients();
  const x = tf.tensor2d([1, 0, 1, 0, 0, 1], [2, 3]);
  const bound = (mean: tf.Tensor, logVariance: tf.Tensor, kernel: tf.Tensor) => {
    const model = modelOf({ mean: mean as tf.Tensor2D, logVariance: logVariance as tf.Tensor2D }, kernel as tf.Tensor2D);
    return importanceBound(logWeights(drawImportanceTerms(model, { x }, 3, createRng(0)), power));
  };
  const inputs = [tf.tensor2d([0.3, -0.5, 1.1, 0.2], [2, 2]), tf.tensor2d([-0.4, 0.3, 0.1, -1], [2, 2]), draw(2, 3)];
  const errors = await gradientErrors(bound, inputs);
  for (const error of errors) expect(error).toBeLessThan(2e-3);
  tf.dispose([x, ...inputs]);
});

test('every draw belongs to its example, and one draw is its own bound', async () => {
  const posterior = { mean: tf.tensor2d([-50, 0, 50, 0], [2, 2]), logVariance: tf.fill<tf.Rank.R2>([2, 2], -20) };
  const kernel = tf.tensor2d([1, 0, 0, 0, 0, 0], [2, 3]);
  const x = tf.tensor2d([0, 0, 0, 1, 0, 0], [2, 3]);
  const { logProb, logRatio } = drawImportanceTerms(modelOf(posterior, kernel), { x }, 4, createRng(0));
  // The first pixel is sure of itself, the other two are coins: an example that met the other's z would pay 50 nats.
  expect(logProb.shape).toEqual([4, 2]);
  for (const value of await logProb.data()) expect(value).toBeCloseTo(2 * Math.log(0.5), 4);
  // log p(z) - log q(z given x) where z is the mean give or take exp(-10): (log q's variance - mean^2) / 2, and epsilon^2 / 2 a dimension.
  for (const value of await logRatio.data()) expect(Math.abs(value - (-40 - 50 ** 2) / 2)).toBeLessThan(12);
  const single = tf.tidy(() => importanceBound(logWeights({ logProb: tf.slice(logProb, 0, 1), logRatio: tf.slice(logRatio, 0, 1) }, 0.5)));
  const [wanted, got] = [await tf.add(logProb, tf.mul(logRatio, 0.5)).data(), await single.data()];
  expect([...got]).toEqual([...wanted.slice(0, 2)]);
  tf.dispose([posterior.mean, posterior.logVariance, kernel, x, logProb, logRatio, single]);
});

test('the bound of equal weights is their logarithm, however large, and that of one among zeros is less by log k', async () => {
  const weights = tf.tensor2d([900, -900, 900, -1e30, 900, -1e30], [3, 2]);
  const bound = tf.tidy(() => importanceBound(weights));
  const [same, one] = await bound.data();
  expect(same).toBeCloseTo(900, 3);
  expect(one).toBeCloseTo(-900 - Math.log(3), 3);
  tf.dispose([weights, bound]);
});
