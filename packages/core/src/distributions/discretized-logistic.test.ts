import * as tf from '@tensorflow/tfjs-core';
import { beforeAll, expect, test } from 'vitest';
import { registerGradients } from '../gradients/register.ts';
import { createRng } from '../rng.ts';
import {
  discretizedLogisticLogMass,
  discretizedLogisticLogProb,
  discretizedLogisticMean,
  drawDiscretizedLogistic,
  minimumLogScale,
} from './discretized-logistic.ts';

beforeAll(registerGradients);

const sigmoid = (x: number): number => 1 / (1 + Math.exp(-x));

/** log p of each level. */
function logMasses(mean: number, logScale: number, levels: number): number[] {
  const x = tf.tensor1d(Array.from({ length: levels }, (_, k) => k / (levels - 1)));
  return [...discretizedLogisticLogMass(x, { mean: tf.scalar(mean), logScale: tf.scalar(logScale) }, levels).dataSync()];
}

test.each([
  [0.4, -1, 2], [0.4, -1, 3], [-0.3, 0, 5], [1.5, -2, 16], [0.5, 30, 4],
  [0.51, -3, 256], [0.2, -6, 256], [0.7, -20, 256], [0.5, 5, 256],
])('mean %f, log scale %f: the masses of %i levels sum to 1', (mean, logScale, levels) => {
  const total = logMasses(mean, logScale, levels).reduce((sum, value) => sum + Math.exp(value), 0);
  expect(total).toBeCloseTo(1, 5);
});

test('a mass is the difference of the logistic at the edges of its bin; the outer bins go on for ever', () => {
  const [mean, logScale, levels] = [0.35, -1.5, 6];
  const edge = (k: number): number => sigmoid(((k - 0.5) / (levels - 1) - mean) / Math.exp(logScale));
  logMasses(mean, logScale, levels).forEach((value, k) => {
    const [below, above] = [k === 0 ? 0 : edge(k), k === levels - 1 ? 1 : edge(k + 1)];
    expect(value).toBeCloseTo(Math.log(above - below), 5);
  });
});

test('a bin far out in the tail has its true log mass, not that of an underflow', () => {
  const [mean, scale, levels] = [0, Math.exp(-5), 256];
  const x = 200 / 255; // 116 scales above the mean
  const [a, width] = [(x - 0.5 / 255 - mean) / scale, 1 / 255 / scale];
  const expected = -a + Math.log(1 - Math.exp(-width)); // sigmoid(b) - sigmoid(a) = exp(-a) - exp(-b) out there
  expect(logMasses(mean, -5, levels)[200]! / expected).toBeCloseTo(1, 5);
});

/** Values, slopes and second slopes (by mean, mean; mean, log scale; log scale, mean; log scale, log scale) of each case. */
function derivatives(x: number[], means: number[], logScales: number[], levels: number): number[][] {
  const mass = (mean: tf.Tensor, logScale: tf.Tensor): tf.Tensor =>
    discretizedLogisticLogMass(tf.tensor1d(x), { mean, logScale }, levels);
  const at = [tf.tensor1d(means), tf.tensor1d(logScales)];
  const slopes = tf.grads(mass);
  const bends = [0, 1].flatMap((i) => tf.grads((mean: tf.Tensor, logScale: tf.Tensor) => slopes([mean, logScale])[i]!)(at));
  return [mass(at[0]!, at[1]!), ...slopes(at), ...bends].map((each) => [...each.dataSync()]);
}

/** Every pair or triple of the given values, as columns. */
function combinations(...choices: number[][]): number[][] {
  const rows = choices.reduce<number[][]>(
    (partial, values) => partial.flatMap((row) => values.map((value) => [...row, value])),
    [[]],
  );
  return choices.map((_, i) => rows.map((row) => row[i]!));
}

test('value, slopes and second slopes against differences in float64, over bins of all sizes', () => {
  const [means, logScales] = combinations([0.4, 0.38, 0.9], [8, 2, -1, -3, -3.55, -4, -5, -6.5, -7.5]) as [number[], number[]];
  const x = 100 / 255;
  const softplus = (t: number): number => Math.max(t, 0) + Math.log1p(Math.exp(-Math.abs(t)));
  const exact = (mean: number, logScale: number): number => { // the doc's identity, as the definition cancels in the tails
    const edge = (side: number): number => (x + (side * 0.5) / 255 - mean) / Math.exp(logScale);
    return Math.log(-Math.expm1(edge(-1) - edge(1))) - softplus(edge(-1)) - softplus(-edge(1));
  };
  const byMean = (f: typeof exact) => (m: number, l: number): number => {
    const h = 0.01 * Math.exp(l);
    return (f(m + h, l) - f(m - h, l)) / (2 * h);
  };
  const byLogScale = (f: typeof exact) => (m: number, l: number): number => (f(m, l + 0.01) - f(m, l - 0.01)) / 0.02;
  const [a, b] = [byMean(exact), byLogScale(exact)];
  const wanted = [exact, a, b, byMean(a), byLogScale(a), byMean(b), byLogScale(b)];
  derivatives(means.map(() => x), means, logScales, 256).forEach((row, k) => row.forEach((actual, i) => {
    const expected = wanted[k]!(means[i]!, logScales[i]!);
    const note = `number ${k} at mean ${means[i]}, log scale ${logScales[i]}: ${actual}, not ${expected}`;
    expect(Math.abs(actual - expected) / (1 + Math.abs(expected)), note).toBeLessThan(1e-3);
  }));
});

test('extreme parameters give finite values, slopes and second slopes', () => {
  const cases = combinations([0, 0.4, 1], [-1e6, 0.5, 1e6], [-1e3, minimumLogScale, -2, 0, 60]) as [number[], number[], number[]];
  derivatives(...cases, 6).forEach((row, k) => row.forEach((value, i) => {
    const [x, mean, logScale] = cases.map((each) => each[i]);
    expect(Number.isFinite(value), `number ${k} at x ${x}, mean ${mean}, log scale ${logScale}: ${value}`).toBe(true);
  }));
});

test('the log probability of an example is the sum over its dimensions', () => {
  const rng = createRng(0);
  const p = { mean: rng.uniform<tf.Rank.R4>([2, 2, 3, 1]), logScale: tf.fill([2, 2, 3, 1], -2) };
  const x = tf.div(tf.round(tf.mul(rng.uniform<tf.Rank.R4>([2, 2, 3, 1]), 7)), 7);
  const each = discretizedLogisticLogMass(x, p, 8).dataSync();
  const expected = [0, 1].map((i) => [...each].slice(6 * i, 6 * i + 6).reduce((a, b) => a + b));
  discretizedLogisticLogProb(x, p, 8).dataSync().forEach((value, i) => expect(value).toBeCloseTo(expected[i]!, 4));
});

test('draws are levels and follow the masses', () => {
  const [count, levels] = [20_000, 5];
  const p = { mean: tf.fill([count], 0.3), logScale: tf.fill([count], -1.5) };
  const draws = drawDiscretizedLogistic(p, levels, createRng(0)).dataSync();
  logMasses(0.3, -1.5, levels).forEach((logMass, k) => {
    const mass = Math.exp(logMass);
    const share = draws.filter((value) => value === Math.fround(k / 4)).length / count;
    expect(Math.abs(share - mass)).toBeLessThan(4 * Math.sqrt((mass * (1 - mass)) / count));
  });
});

test('a low temperature draws the level of the mean', () => {
  const p = { mean: tf.fill([100], 0.52), logScale: tf.fill([100], 0) };
  expect(new Set(drawDiscretizedLogistic(p, 5, createRng(0), 1e-4).dataSync())).toEqual(new Set([0.5]));
});

test.each([
  [0.5, -2, 256, 1e-4], [0.97, -2, 256, 1e-4], [-0.2, -1, 256, 1e-4], [0.3, -5.5, 256, 1e-4], [0.3, -20, 256, 0.5 / 255],
  [0.8, -1.5, 8, 0.01 / 7],
])('mean %f, log scale %f, %i levels: the expectation is that of the levels within %f', (mean, logScale, levels, tolerance) => {
  const exact = logMasses(mean, logScale, levels).reduce((sum, value, k) => sum + (Math.exp(value) * k) / (levels - 1), 0);
  const actual = discretizedLogisticMean({ mean: tf.scalar(mean), logScale: tf.scalar(logScale) }).dataSync()[0]!;
  expect(Math.abs(actual - exact)).toBeLessThanOrEqual(tolerance);
});

test('each function leaves only its result', () => {
  const p = { mean: tf.zeros([2, 3]), logScale: tf.zeros([2, 3]) };
  const before = tf.memory().numTensors;
  tf.dispose([discretizedLogisticLogProb(p.mean, p, 4), drawDiscretizedLogistic(p, 4, createRng(0)), discretizedLogisticMean(p)]);
  expect(tf.memory().numTensors).toBe(before);
});
