import { inverseNormalCdf } from '@genmodels/core';
import * as tf from '@tensorflow/tfjs-core';
import { expect, test } from 'vitest';
import type { BareFeatures, Features } from '../features/features.ts';
import { readFixture } from '../testing/read-fixture.ts';
import { uniformNumbers } from '../testing/uniform-numbers.ts';
import { kernelDistance } from './kernel-distance.ts';

interface Case {
  readonly name: string;
  readonly m: number;
  readonly n: number;
  readonly width: number;
  readonly value: number;
  /** The sum of the terms that the value is a difference of. */
  readonly terms: number;
  readonly error: number | null;
}

type Change = (u: number) => number;
const same: Change = (u) => u;

/** What fixtures/kernel-distance.py does to the numbers of both sides. */
const changes: Record<string, readonly [Change, Change]> = {
  near: [same, (u) => 1.01 * u],
  apart: [same, (u) => u + 3],
  'far apart': [same, (u) => 100 * u + 50],
  'one distribution with an offset, large': [(u) => u + 10, (u) => u + 10],
  'apart, large': [same, (u) => u + 3],
};

function setsOf({ name, m, n, width }: Case) {
  const [ofX, ofY] = changes[name] ?? [same, same];
  return { reference: uniformNumbers(1, m, width, ofX), generated: uniformNumbers(2, n, width, ofY) };
}

const small = () => ({ reference: uniformNumbers(1, 12, 3), generated: uniformNumbers(2, 9, 3) });

/** The definition, pair by pair. */
function byDefinition(x: BareFeatures, y: BareFeatures): number {
  return meanKernel(x, x) + meanKernel(y, y) - 2 * meanKernel(x, y);
}

function meanKernel(x: BareFeatures, y: BareFeatures): number {
  const rows = ({ values, width }: BareFeatures) => Array.from({ length: values.length / width }, (_, i) => [...values.subarray(i * width, (i + 1) * width)]);
  const kernels = rows(x).flatMap((a, i) => rows(y).flatMap((b, j) => {
    if (x === y && i === j) return [];
    const product = a.reduce((sum, value, k) => sum + value * b[k]!, 0);
    return [(product / x.width + 1) ** 3];
  }));
  return kernels.reduce((sum, value) => sum + value, 0) / kernels.length;
}

test.each(readFixture<Case[]>('kernel-distance'))('$name: $m and $n examples of width $width are as in float64', async (given) => {
  const { value, interval } = await kernelDistance({ ...setsOf(given), confidence: 0.9 });
  expect(Math.abs(value / given.value - 1)).toBeLessThan(1e-6);
  expect(Math.abs(value - given.value) / given.terms).toBeLessThan(2 ** -24); // the rounding of one float32
  if (given.error === null) return;
  const error = (interval!.high - interval!.low) / 2 / inverseNormalCdf(0.95);
  expect(Math.abs(error / given.error - 1)).toBeLessThan(1e-6);
});

test('it can be negative, and says what it is', async () => {
  const score = await kernelDistance({ reference: uniformNumbers(1, 40, 8), generated: uniformNumbers(2, 30, 8) });
  expect(score.value).toBeLessThan(0);
  expect(String(score)).toMatch(/^kernel distance -[\d.]+ \[.* \(95 %, normal, jackknife\), unbiased, from all pairs: reference 40 of/);
});

test('it grows with noise on the generated examples', async () => {
  const [reference, clean, noise] = [1, 2, 3].map((seed) => uniformNumbers(seed, 100, 8).values) as [Float64Array, Float64Array, Float64Array];
  const distances = [];
  for (const amount of [0, 1, 2, 4]) {
    const values = clean.map((value, i) => value + amount * (noise[i]! - 0.5));
    distances.push((await kernelDistance({ reference: { values: reference, width: 8 }, generated: { values, width: 8 } })).value);
  }
  expect(distances).toEqual([...distances].sort((a, b) => a - b));
  expect(distances[3]! - distances[0]!).toBeGreaterThan(0.1);
});

test('subsets: the mean of their distances, one seed one score; a whole set as a subset is all pairs', async () => {
  const sets = { reference: uniformNumbers(1, 10, 3), generated: uniformNumbers(2, 10, 3) };
  const of = (seed: number, size: number) => kernelDistance({ ...sets, subsets: { count: 4, size, seed } });
  expect((await of(7, 6)).value).toBe((await of(7, 6)).value);
  expect((await of(7, 6)).value).not.toBe((await of(8, 6)).value);
  expect((await of(7, 10)).value).toBeCloseTo((await kernelDistance(sets)).value, 9);
  expect((await of(7, 6)).interval).toMatchObject({ confidence: 0.95, method: 'normal, of 4 subsets' });
});

test('subsets of a few examples agree with all pairs within what their interval says', async () => {
  const sets = { reference: uniformNumbers(1, 200, 3), generated: uniformNumbers(2, 200, 3, (u) => 1.5 * u) };
  const all = await kernelDistance(sets);
  const { interval } = await kernelDistance({ ...sets, confidence: 0.999, subsets: { count: 100, size: 40, seed: 0 } });
  expect(interval!.low).toBeLessThan(all.value);
  expect(interval!.high).toBeGreaterThan(all.value);
  expect(interval!.high - interval!.low).toBeLessThan(0.5 * all.value);
});

test('the two estimators do not compare', async () => {
  const named = (features: BareFeatures): Features => ({
    ...features, length: features.values.length / features.width,
    origin: { data: 'numbers', extractor: { name: 'pixels' }, preprocessing: 'none' },
  });
  const { reference, generated } = small();
  const sets = { reference: named(reference), generated: named(generated) };
  const all = await kernelDistance(sets);
  expect(all.compare(await kernelDistance(sets))).toBe(0);
  const few = await kernelDistance({ ...sets, subsets: { count: 2, size: 4, seed: 0 } });
  expect(() => all.compare(few)).toThrow('the estimator differs: unbiased, from all pairs and unbiased, mean over random subsets');
});

test('two examples of each make a score, three an interval', async () => {
  const pair = { reference: uniformNumbers(1, 2, 3), generated: uniformNumbers(2, 2, 3) };
  const { value, interval } = await kernelDistance(pair);
  expect(Math.abs(value / byDefinition(pair.reference, pair.generated) - 1)).toBeLessThan(1e-6);
  expect(interval).toBeUndefined();
  expect((await kernelDistance({ reference: uniformNumbers(1, 3, 3), generated: uniformNumbers(2, 3, 3) })).interval).toBeDefined();
});

test('refusals say what came', async () => {
  const { reference, generated } = small();
  const with_ = (options: object) => kernelDistance({ reference, generated, ...options });
  await expect(with_({ generated: uniformNumbers(1, 1, 3) })).rejects.toThrow('generated must hold at least two examples, of which pairs are made, got 1');
  await expect(with_({ generated: uniformNumbers(1, 9, 4) })).rejects.toThrow('must have features of one kind');
  await expect(with_({ confidence: 1 })).rejects.toThrow('confidence must be between 0 and 1, got 1');
  await expect(with_({ subsets: { count: 0, size: 4, seed: 0 } })).rejects.toThrow('subsets.count must be an integer of at least 1, got 0');
  await expect(with_({ subsets: { count: 2, size: 10, seed: 0 } })).rejects.toThrow('from 2 to the examples of the smaller side, 9, got 10');
  await expect(with_({ subsets: { count: 2, size: 4, seed: -1 } })).rejects.toThrow('subsets.seed must be');
});

test('no tensor stays, on success nor on abort', async () => {
  const { values, width } = uniformNumbers(1, 600, 100); // enough for products of the backend
  const reference = tf.tensor2d(Float32Array.from(values), [600, 100]);
  const before = tf.memory().numTensors;
  await kernelDistance({ reference, generated: { values, width } });
  const controller = new AbortController();
  const subsets = { count: 1000, size: 600, seed: 0 };
  const running = kernelDistance({ reference, generated: { values, width }, subsets, signal: controller.signal });
  setTimeout(() => controller.abort(new Error('enough')), 5);
  await expect(running).rejects.toThrow('enough');
  expect(tf.memory().numTensors).toBe(before);
  reference.dispose();
});
