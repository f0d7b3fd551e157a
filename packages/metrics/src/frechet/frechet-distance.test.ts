import * as tf from '@tensorflow/tfjs-core';
import { expect, test } from 'vitest';
import { extractMoments } from '../features/extract-moments.ts';
import type { Features } from '../features/features.ts';
import type { Moments } from '../features/moments.ts';
import { pixels } from '../features/pixels.ts';
import { createMatrix } from '../linear-algebra/matrix.ts';
import { diagonalMatrix } from '../testing/plain-matrices.ts';
import { readFixture } from '../testing/read-fixture.ts';
import { uniformNumbers } from '../testing/uniform-numbers.ts';
import { frechetDistance } from './frechet-distance.ts';

interface Case { readonly reference: number; readonly generated: number; readonly width: number; readonly distance: number }

const setsOf = ({ reference, generated, width }: Omit<Case, 'distance'>) => ({
  reference: uniformNumbers(3, reference, width),
  generated: uniformNumbers(4, generated, width, (u) => u * u),
});

const small = () => setsOf({ reference: 12, generated: 9, width: 3 });
const relative = (value: number, expected: number) => Math.abs(value / expected - 1);
const origin = { extractor: { name: 'given values' }, preprocessing: 'none' };

const momentsOf = (mean: number[], covariance = diagonalMatrix(mean.map(() => 1))): Moments => ({
  mean: Float64Array.from(mean), covariance, length: 1000, width: mean.length, origin,
});

test.each(readFixture<Case[]>('frechet'))('$reference and $generated examples of width $width are as SciPy has them', async (given) => {
  const full = Math.min(given.reference, given.generated) > given.width;
  expect(relative((await frechetDistance(setsOf(given))).value, given.distance)).toBeLessThan(full ? 1e-11 : 1e-7); // the root in SciPy is worse where it is singular
});

test.each(readFixture<Case[]>('frechet'))('from moments as from $reference and $generated features of width $width', async (given) => {
  const sets = setsOf(given);
  const { value } = await frechetDistance(sets);
  const moments = async ({ values, width }: { values: Float32Array | Float64Array; width: number }) => {
    const tensor = tf.tensor2d(Float32Array.from(values), [values.length / width, width]);
    try { return await extractMoments(tensor, { extractor: { ...pixels(), name: 'given values' } }); } finally { tensor.dispose(); }
  };
  const float32 = { values: Float32Array.from(sets.generated.values), width: given.width };
  const rows = (await frechetDistance({ ...sets, generated: float32 })).value;
  expect(relative((await frechetDistance({ ...sets, generated: await moments(float32) })).value, rows)).toBeLessThan(1e-9);
  expect(relative(rows, value)).toBeLessThan(1e-5); // float32 features
});

test('closed forms: shifted, scaled and commuting normal distributions, one with no spread', async () => {
  const distance = async (reference: Moments, generated: Moments) => (await frechetDistance({ reference, generated })).value;
  expect(await distance(momentsOf([0, 0]), momentsOf([3, 4]))).toBeCloseTo(25, 13);
  expect(await distance(momentsOf([0]), momentsOf([0], diagonalMatrix([9])))).toBeCloseTo(4, 13);
  const wide = diagonalMatrix([1e-12, 1, 1e12]);
  expect(relative(await distance(momentsOf([0, 0, 0]), momentsOf([0, 0, 0], wide)), (1e-6 - 1) ** 2 + (1e6 - 1) ** 2)).toBeLessThan(1e-13);
  expect(await distance(momentsOf([1, 1], createMatrix(2, 2)), momentsOf([0, 0]))).toBeCloseTo(4, 13);
});

test.each([[40, 6], [5, 9], [300, 2]])('0 between a set of %i x %i and itself, within rounding; the same both ways', async (rows, width) => {
  const { reference, generated } = setsOf({ reference: rows, generated: rows + 3, width });
  const there = (await frechetDistance({ reference, generated })).value;
  const back = (await frechetDistance({ reference: generated, generated: reference })).value;
  expect(relative(there, back)).toBeLessThan(1e-12);
  const self = (await frechetDistance({ reference, generated: reference })).value;
  expect(self).toBeGreaterThanOrEqual(0);
  expect(self).toBeLessThan(1e-14 * width * rows);
});

test('a rotation of the features changes nothing, nor does a shift of both', async () => {
  const { reference, generated } = small();
  const turned = ({ values, width }: { values: Float32Array | Float64Array; width: number }) => ({
    width, values: Float64Array.from(values, (value, at) => (at % 3 === 0 ? 0.6 * value - 0.8 * values[at + 1]! : at % 3 === 1 ? 0.8 * values[at - 1]! + 0.6 * value : value) + 100),
  });
  const moved = await frechetDistance({ reference: turned(reference), generated: turned(generated) });
  expect(relative(moved.value, (await frechetDistance({ reference, generated })).value)).toBeLessThan(1e-10);
});

test('of two samples of one distribution the interval lies below the value, which is nothing but bias', async () => {
  const sets = { reference: uniformNumbers(3, 60, 12), generated: uniformNumbers(4, 60, 12) };
  const { value, interval } = await frechetDistance({ ...sets, interval: { seed: 0, resamples: 40 } });
  expect(value).toBeGreaterThan(0.1);
  expect(interval!.high).toBeLessThan(value / 2);
  expect(interval!.low).toBeLessThan(0); // and so it holds the truth
  expect(interval!.high).toBeGreaterThan(0);
});

test('says what it is; the interval is reproducible', async () => {
  const sets = setsOf({ reference: 60, generated: 50, width: 8 });
  const score = await frechetDistance({ ...sets, interval: { seed: 0, resamples: 40 } });
  expect(String(score)).toMatch(/^Fréchet distance 0\.2742 \[.*\] \(95 %, basic bootstrap, 40 resamples\), plug-in: reference 60 of unnamed data, generated 50 of/);
  expect(score.interval!.low).toBeLessThan(score.interval!.high);
  expect((await frechetDistance({ ...sets, interval: { seed: 0, resamples: 40 } })).interval).toEqual(score.interval);
  expect((await frechetDistance({ ...sets, interval: { seed: 1, resamples: 40 } })).interval).not.toEqual(score.interval);
});

test('grows with noise', async () => {
  const { reference } = setsOf({ reference: 100, generated: 2, width: 4 });
  const noise = uniformNumbers(8, 100, 4);
  const distances: number[] = [];
  for (const level of [0, 0.2, 0.4, 0.8, 1.6]) {
    const values = reference.values.map((value: number, at: number) => value + level * (noise.values[at]! - 0.5)) as Float64Array;
    distances.push((await frechetDistance({ reference, generated: { values, width: 4 } })).value);
  }
  expect(distances).toEqual(distances.slice().sort((a, b) => a - b));
  expect(distances[0]).toBeLessThan(1e-13);
  expect(distances[4]).toBeGreaterThan(0.1);
});

test('takes tensors, which stay the caller’s', async () => {
  const { reference, generated } = small();
  const tensor = tf.tensor2d(Float32Array.from(generated.values), [9, 3]);
  const before = tf.memory().numTensors;
  expect(relative((await frechetDistance({ reference, generated: tensor })).value, (await frechetDistance({ reference, generated })).value)).toBeLessThan(1e-6);
  expect(tf.memory().numTensors).toBe(before);
  tensor.dispose();
});

test('says what it cannot take', async () => {
  const { reference, generated } = small();
  const attempt = (options: Partial<Parameters<typeof frechetDistance>[0]>) => frechetDistance({ reference, generated, ...options });
  await expect(attempt({ generated: uniformNumbers(1, 1, 3) })).rejects.toThrow('[genmodels/invalid-argument] generated must hold at least two examples, of which a covariance is made, got 1');
  await expect(attempt({ generated: uniformNumbers(1, 5, 2) })).rejects.toThrow('[genmodels/not-comparable] reference and generated must have features of one kind');
  await expect(attempt({ reference: momentsOf([0, 0, 0]), interval: { seed: 0 } })).rejects.toThrow('[genmodels/invalid-argument] an interval needs the features of each example, but reference is moments: give what extractFeatures returns');
  await expect(attempt({ reference: { ...momentsOf([0, 0, 0]), width: 4 } })).rejects.toThrow('[genmodels/invalid-shape] reference must have a mean [4] and a covariance [4, 4], got 3 and 3 rows');
  await expect(attempt({ reference: { ...momentsOf([0, 0, 0]), length: 1 } })).rejects.toThrow('moments of at least two examples, got 1');
  await expect(attempt({ reference: momentsOf([0, Number.NaN, 0]) })).rejects.toThrow('the mean of reference must be finite');
  await expect(attempt({ reference: momentsOf([0, 0, 0], diagonalMatrix([1, -1, 1])) })).rejects.toThrow('the covariance of reference must be positive semidefinite, got');
  await expect(attempt({ reference: momentsOf([0, 0, 0], createMatrix(3, 3, Float64Array.of(0, 1, 0, 1, 0, 0, 0, 0, 1))) })).rejects.toThrow('positive semidefinite, got 1 at [1, 0]');
  await expect(attempt({ signal: AbortSignal.abort(new Error('enough')) })).rejects.toThrow('enough');
});

test('an abort while it runs stops it', async () => {
  const controller = new AbortController();
  const sets = setsOf({ reference: 200, generated: 200, width: 20 });
  const running = frechetDistance({ ...sets, interval: { seed: 0, resamples: 100_000 }, signal: controller.signal });
  setTimeout(() => controller.abort(new Error('enough')), 60);
  await expect(running).rejects.toThrow('enough');
});

test('names what it compared', async () => {
  const named = (features: ReturnType<typeof uniformNumbers>, data: string, split?: string): Features => ({
    ...features, length: features.values.length / features.width,
    origin: { data, ...(split && { split }), extractor: { name: 'mine', hash: 'abcdef0123' }, preprocessing: 'resized' },
  });
  const { reference, generated } = small();
  const score = await frechetDistance({ reference: named(reference, 'MNIST', 'test'), generated: named(generated, 'samples') });
  expect(String(score)).toMatch(/reference 12 of MNIST test, generated 9 of samples; features mine \(abcdef01\); .*resized; lower is better$/);
});
