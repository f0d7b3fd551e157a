import { createRng } from '@genmodels/core';
import { expect, test } from 'vitest';
import type { BareFeatures } from '../features/features.ts';
import type { Moments } from '../features/moments.ts';
import { diagonalMatrix } from '../testing/plain-matrices.ts';
import { frechetDistance } from './frechet-distance.ts';
import { frechetDistanceInfinity } from './frechet-distance-infinity.ts';

const width = 6;

/** N(0, I), exactly. */
const standard: Moments = {
  mean: new Float64Array(width), covariance: diagonalMatrix(new Float64Array(width).fill(1)), length: 1e6, width,
  origin: { data: 'N(0, I)', extractor: { name: 'given values' }, preprocessing: 'none' },
};

const normal = (seed: number, rows: number, { shift = 0, deviation = 1 } = {}): BareFeatures => ({
  values: createRng(seed).fillNormal(new Float32Array(rows * width)).map((value) => shift + deviation * value), width,
});

/** The closed form for N(shift, deviation² I). */
const truth = width * (0.1 ** 2 + 0.2 ** 2);
const generated = (seed: number, rows = 200) => normal(seed, rows, { shift: 0.1, deviation: 1.2 });
const mean = (values: number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;

test('is much nearer to the truth than the plug-in of few samples', async () => {
  const plugIns: number[] = [];
  const extrapolated: number[] = [];
  for (let seed = 0; seed < 30; seed++) {
    const sets = { reference: standard, generated: generated(seed) };
    plugIns.push((await frechetDistance(sets)).value - truth);
    extrapolated.push((await frechetDistanceInfinity({ ...sets, seed })).value - truth);
  }
  expect(mean(plugIns)).toBeGreaterThan(0.05); // the bias, of a truth of 0.3
  expect(Math.abs(mean(extrapolated))).toBeLessThan(mean(plugIns) / 4);
});

test('of samples of the reference itself it is about 0, and can be negative', async () => {
  const plugIns: number[] = [];
  const values: number[] = [];
  for (let seed = 0; seed < 30; seed++) {
    const sets = { reference: standard, generated: normal(seed, 200) };
    plugIns.push((await frechetDistance(sets)).value);
    values.push((await frechetDistanceInfinity({ ...sets, seed })).value);
  }
  expect(Math.min(...values)).toBeLessThan(0);
  expect(Math.abs(mean(values))).toBeLessThan(mean(plugIns) / 4);
});

test('one seed one value; it says what it is', async () => {
  const sets = { reference: standard, generated: generated(1) };
  const score = await frechetDistanceInfinity({ ...sets, seed: 4 });
  expect(score.value).toBe((await frechetDistanceInfinity({ ...sets, seed: 4 })).value);
  expect(score.value).not.toBe((await frechetDistanceInfinity({ ...sets, seed: 5 })).value);
  expect(String(score)).toMatch(/^Fréchet distance .*, extrapolated to infinitely many samples: reference 1,000,000 of N\(0, I\), generated 200 of .*; points 15; smallest 40; lower/);
  const halves = await frechetDistanceInfinity({ ...sets, seed: 4, points: 2, smallest: 100 });
  expect(halves.settings).toEqual({ points: 2, smallest: 100 });
});

test('the interval holds the truth where the plug-in does not', async () => {
  const sets = { reference: normal(100, 400), generated: generated(2) };
  const score = await frechetDistanceInfinity({ ...sets, seed: 0, points: 5, interval: { seed: 0, resamples: 40 } });
  const { low, high, method } = score.interval!;
  expect(method).toBe('basic bootstrap, 40 resamples');
  expect(low).toBeLessThan(truth);
  expect(high).toBeGreaterThan(truth);
});

test('says what it cannot take', async () => {
  const attempt = (options: Partial<Parameters<typeof frechetDistanceInfinity>[0]>) => frechetDistanceInfinity({ reference: standard, generated: generated(1), seed: 0, ...options });
  await expect(attempt({ generated: standard as never })).rejects.toThrow('[genmodels/invalid-argument] extrapolation needs the features of each example, but generated is moments');
  await expect(attempt({ generated: generated(1, 3) })).rejects.toThrow('generated must hold at least 4 examples to be halved, got 3');
  await expect(attempt({ points: 1 })).rejects.toThrow('points must be an integer of at least 2, got 1');
  await expect(attempt({ smallest: 200 })).rejects.toThrow('smallest must be an integer from 2 to 199, one less than was generated, got 200');
  await expect(attempt({ seed: -1 })).rejects.toThrow('seed must be an integer from 0');
  await expect(attempt({ interval: { seed: 0 } })).rejects.toThrow('an interval needs the features of each example, but reference is moments');
  await expect(attempt({ signal: AbortSignal.abort(new Error('enough')) })).rejects.toThrow('enough');
});
