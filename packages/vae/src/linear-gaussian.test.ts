import { createRng, type DataSpec, type Dense } from '@genmodels/core';
import * as tf from '@tensorflow/tfjs-core';
import { describe, expect, test } from 'vitest';
import { gaussian } from './likelihoods/gaussian.ts';
import { mlp } from './networks/mlp.ts';
import { Vae } from './vae.ts';

// z ~ N(0, I), x = z W + b + noise of variance S: log p(x) and the posterior are known in closed form (probabilistic PCA, Tipping and
// Bishop 1999). The rows of W are orthogonal, so that the posterior is diagonal.
const W = [[1, 1, 0], [0.5, -0.5, 1]] as const;
const B = [0.3, -1, 2] as const;
const S = 0.25;
const spec: DataSpec = { shape: [3], domain: 'real' };
const points = [[0.3, -1, 2], [1.5, 0.5, 2.2], [-2, -2, 0]] as const;

/** Of each dimension of z: 1 / (1 + |row of W|^2 / S). */
const posteriorVariances = W.map((row) => 1 / (1 + dot(row, row) / S));

/** The model whose q has the true posterior's mean, moved by `shift`, and `widening` times its variance. */
function modelOf({ shift = 0, widening = 1, importanceSamples = 1 }): Vae {
  const vae = new Vae({ spec, latent: 2, network: mlp({ hidden: [] }), likelihood: gaussian({ varianceFloor: 1e-3 }), importanceSamples });
  const { mean, logVariance } = vae.posterior;
  const { output } = vae.decoder.network as unknown as { output: Dense };
  const slopes = W.map((row, j) => row.map((w) => (w / S) * posteriorVariances[j]!));
  tf.tidy(() => {
    output.kernel.assign(tf.tensor2d(W.map((row) => [...row, 0, 0, 0])));
    output.bias!.assign(tf.tensor1d([...B, ...B.map(() => Math.log(S - 1e-3))]));
    mean.kernel.assign(tf.transpose(tf.tensor2d(slopes)));
    mean.bias!.assign(tf.tensor1d(slopes.map((row) => shift - dot(row, B))));
    logVariance.kernel.assign(tf.zeros([3, 2]));
    logVariance.bias!.assign(tf.tensor1d(posteriorVariances.map((variance) => Math.log(variance * widening))));
  });
  return vae;
}

/** log N(x; b, W'W + S I): along each row of W the variance is |row|^2 + S, elsewhere S. */
function exactLogProb(x: readonly number[]): number {
  const gap = x.map((value, i) => value - B[i]!);
  const along = W.map((row) => ({ variance: dot(row, row) + S, square: dot(gap, row) ** 2 / dot(row, row) }));
  const rest = { variance: S, square: dot(gap, gap) - along.reduce((sum, { square }) => sum + square, 0) };
  const terms = [...along, rest].map(({ variance, square }) => square / variance + Math.log(2 * Math.PI * variance));
  return -terms.reduce((sum, term) => sum + term, 0) / 2;
}

function dot(a: readonly number[], b: readonly number[]): number {
  return a.reduce((sum, value, i) => sum + value * b[i]!, 0);
}

const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value / values.length, 0);

/** Each point so many times over. */
function copies(times: number): { x: tf.Tensor2D; exact: number[] } {
  const rows = Array.from({ length: times }, () => points.map((point) => [...point])).flat();
  return { x: tf.tensor2d(rows), exact: rows.map(exactLogProb) };
}

async function estimate(vae: Vae, x: tf.Tensor, samples: number, seed = 0) {
  const { value, standardError } = await vae.estimateLogLikelihood(x, { samples, seed, batchSize: 4096 });
  const result = { values: [...(await value.data())], errors: [...(await standardError.data())] };
  tf.dispose([value, standardError]);
  return result;
}

async function bounds(vae: Vae, x: tf.Tensor, samples: number): Promise<number[]> {
  const values = await vae.logLikelihood(x, { samples, seed: samples });
  const numbers = [...(await values.data())];
  values.dispose();
  return numbers;
}

test('with the true posterior every weight is p(x): one draw is enough, and the error is nothing', async () => {
  const vae = modelOf({});
  const { x, exact } = copies(1);
  for (const [i, value] of (await bounds(vae, x, 1)).entries()) expect(value).toBeCloseTo(exact[i]!, 4);
  const { values, errors } = await estimate(vae, x, 20);
  for (const [i, value] of values.entries()) expect(value).toBeCloseTo(exact[i]!, 4);
  for (const error of errors) expect(error).toBeLessThan(1e-5);
  const elbo = vae.elbo(x, { seed: 0 });
  expect(elbo.shape).toEqual([3]);
  tf.dispose([x, elbo]);
  vae.dispose();
});

describe('with another posterior', () => {
  const off = { shift: 0.2, widening: 1.7 };

  test('5,000 draws come within four standard errors of log p(x)', async () => {
    const vae = modelOf(off);
    const { x, exact } = copies(1);
    const { values, errors } = await estimate(vae, x, 5000);
    for (const [i, value] of values.entries()) {
      expect(errors[i]).toBeLessThan(0.02);
      expect(Math.abs(value - exact[i]!)).toBeLessThan(4 * errors[i]!);
    }
    x.dispose();
    vae.dispose();
  });

  test('the standard error is the spread of the estimates: deviations of 600 have a root mean square of one', async () => {
    const vae = modelOf(off);
    const { x, exact } = copies(200);
    const { values, errors } = await estimate(vae, x, 200);
    const squares = values.map((value, i) => ((value - exact[i]!) / errors[i]!) ** 2);
    expect(Math.abs(Math.sqrt(mean(squares)) - 1)).toBeLessThan(0.1); // 0.03 is one deviation of it
    x.dispose();
    vae.dispose();
  });

  test('memory does not grow with the draws', async () => {
    const vae = modelOf(off);
    const { x } = copies(1);
    const { network } = vae.decoder;
    const apply = network.apply.bind(network);
    const peakOf = async (samples: number) => {
      let peak = 0;
      network.apply = (z) => ((peak = Math.max(peak, tf.memory().numBytes)), apply(z));
      tf.dispose(await vae.logLikelihood(x, { samples, seed: 0, batchSize: 250 }));
      return peak;
    };
    expect(await peakOf(5000)).toBe(await peakOf(250));
    x.dispose();
    vae.dispose();
  });

  test('the bound rises with the draws, up to log p(x)', async () => {
    const vae = modelOf(off);
    const { x, exact } = copies(300);
    const means: number[] = [];
    for (const samples of [1, 2, 5, 20, 200]) means.push(mean(await bounds(vae, x, samples)));
    expect(means).toEqual([...means].sort((a, b) => a - b));
    expect(means[0]).toBeLessThan(mean(exact) - 0.1);
    expect(Math.abs(means.at(-1)! - mean(exact))).toBeLessThan(0.01);
    x.dispose();
    vae.dispose();
  });

  test('training maximises the bound that logLikelihood gives for as many draws', async () => {
    const vae = modelOf({ ...off, importanceSamples: 5 });
    const { x, exact } = copies(1000);
    const [objective] = vae.objectives();
    const loss = tf.tidy(() => objective!.loss({ x }, createRng(3), { step: 0, mode: 'train' }).loss);
    const gaps = (await bounds(vae, x, 5)).map((value, i) => value - exact[i]!);
    const deviation = Math.sqrt(mean(gaps.map((gap) => gap ** 2)) / gaps.length); // of a mean of 3,000, at most
    const [value] = await loss.data();
    expect(deviation).toBeLessThan(0.01);
    expect(Math.abs(-value! - mean(exact) - mean(gaps))).toBeLessThan(4 * Math.SQRT2 * deviation);
    tf.dispose([x, loss]);
    vae.dispose();
  });
});
