import { bernoulliLogProb, type DataSpec, fit } from '@genmodels/core';
import * as tf from '@tensorflow/tfjs-core';
import { expect, test } from 'vitest';
import { LogMeanExp } from './log-mean-exp.ts';
import { mlp } from './networks/mlp.ts';
import { Vae } from './vae.ts';

const spec: DataSpec = { shape: [3, 2, 1], domain: 'binary' };

/** Six pixels, of which some are bright. */
function images(): tf.Tensor {
  return tf.tensor([0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 1, 1, 1, 0, 1, 0, 1, 0], [3, 3, 2, 1]);
}

async function trained(): Promise<Vae> {
  const vae = new Vae({ spec, network: mlp({ hidden: [6], activation: 'tanh' }), latent: 1 });
  await fit(vae, { spec, batch: () => ({ x: images() }) }, { steps: 50, seed: 0 });
  return vae;
}

/** log of the integral of p(x given z) N(z; 0, 1) over z, by the rectangle rule, in double precision. */
async function quadrature(vae: Vae, x: tf.Tensor): Promise<number[]> {
  const step = 0.01;
  const grid = Array.from({ length: 1601 }, (_, i) => -8 + i * step);
  const sums = new LogMeanExp(x.shape[0]!);
  for (const z of grid) {
    const logProb = tf.tidy(() => bernoulliLogProb(x, vae.decoder.network.apply(tf.fill([x.shape[0]!, 1], z))));
    (await logProb.data()).forEach((value, i) => sums.add(i, value - z ** 2 / 2 - Math.log(2 * Math.PI) / 2));
    logProb.dispose();
  }
  return [...sums.values()].map((mean) => mean + Math.log(grid.length * step));
}

async function estimate(vae: Vae, x: tf.Tensor, samples: number, batchSize?: number): Promise<number[]> {
  const values = await vae.logLikelihood(x, { samples, seed: 1, ...(batchSize && { batchSize }) });
  const numbers = [...(await values.data())];
  values.dispose();
  return numbers;
}

test('many importance samples agree with the integral, however the work is cut', async () => {
  const vae = await trained();
  const x = images();
  const exact = await quadrature(vae, x);
  for (const batchSize of [100_000, 700, 2]) {
    const values = await estimate(vae, x, 4000, batchSize);
    values.forEach((value, i) => expect(Math.abs(value - exact[i]!)).toBeLessThan(0.02));
  }
  x.dispose();
  vae.dispose();
});

test('with one sample it is a bound, below the value on average', async () => {
  const vae = await trained();
  const x = tf.tile(images(), [200, 1, 1, 1]);
  const mean = (values: number[]) => values.reduce((sum, value) => sum + value) / values.length;
  const [one, many] = [mean(await estimate(vae, x, 1)), mean(await estimate(vae, x, 50))];
  expect(one).toBeLessThan(many);
  const elbo = vae.elbo(x, { seed: 3 });
  expect(mean([...(await elbo.data())])).toBeCloseTo(one, 1);
  tf.dispose([x, elbo]);
  vae.dispose();
});

test('memory is bounded by batchSize, not by samples', async () => {
  const vae = await trained();
  const x = images();
  const widest = async (samples: number) => {
    let peak = 0;
    const { decoder } = vae;
    const apply = decoder.network.apply.bind(decoder.network);
    decoder.network.apply = (z) => ((peak = Math.max(peak, z.shape[0])), apply(z));
    await estimate(vae, x, samples, 64);
    decoder.network.apply = apply;
    return peak;
  };
  expect(await widest(20)).toBeLessThanOrEqual(64);
  expect(await widest(1000)).toBeLessThanOrEqual(64);
  x.dispose();
  vae.dispose();
});

test('progress, abort and tidiness', async () => {
  const vae = await trained();
  const x = images();
  const before = tf.memory().numTensors;
  const seen: number[] = [];
  tf.dispose(await vae.logLikelihood(x, { samples: 10, seed: 0, batchSize: 10, onProgress: (done) => seen.push(done) }));
  expect(seen).toEqual([1, 2, 3]);
  await expect(vae.logLikelihood(x, { samples: 10, seed: 0, signal: AbortSignal.abort(new Error('enough')) })).rejects.toThrow('enough');
  await expect(vae.logLikelihood(x, { samples: 0, seed: 0 })).rejects.toThrow('samples must be an integer of at least 1, got 0');
  await expect(vae.estimateLogLikelihood(x, { samples: 1, seed: 0 })).rejects.toThrow('samples must be an integer of at least 2, got 1');
  const { value, standardError } = await vae.estimateLogLikelihood(x, { samples: 10, seed: 0 });
  tf.dispose([value, standardError]);
  expect(tf.memory().numTensors).toBe(before);
  x.dispose();
  vae.dispose();
});

test('the error of a running log mean exp is that of the mean of exp, over the mean', () => {
  const values = [-3, -1, 0.5, 0.7, -40];
  const mean = new LogMeanExp(3);
  for (const value of values) for (const [i, shift] of [0, 900].entries()) mean.add(i, value + shift);
  mean.add(2, 1);
  const weights = values.map(Math.exp);
  const average = weights.reduce((sum, weight) => sum + weight / 5, 0);
  const variance = weights.reduce((sum, weight) => sum + (weight - average) ** 2 / 4, 0);
  const [error, shifted, alone] = mean.standardErrors();
  expect(error).toBeCloseTo(Math.sqrt(variance / 5) / average, 6);
  expect(shifted).toBe(error);
  expect(alone).toBeNaN();
});

test('the running log mean exp neither overflows nor underflows', () => {
  const mean = new LogMeanExp(3);
  for (const value of [1000, 1001, 999]) mean.add(0, value);
  for (const value of [-1000, -Infinity]) mean.add(1, value);
  mean.add(2, -Infinity);
  const [large, small, none] = mean.values();
  expect(large).toBeCloseTo(1000 + Math.log((1 + Math.E + 1 / Math.E) / 3), 3);
  expect(small).toBeCloseTo(-1000 - Math.log(2), 3);
  expect(none).toBe(-Infinity);
});
