import { frequencyTotal, inverseNormalCdf } from '@genmodels/core';
import { expect, test } from 'vitest';
import { type Normal, NormalBuckets } from './normal-buckets.ts';
import { normalCdf } from './normal-cdf.ts';

const buckets = new NormalBuckets(2 ** 10);
const count = buckets.values.length;

/** The slots of all buckets. */
function frequencies(normal: Normal): number[] {
  const shares = buckets.posterior(normal);
  return Array.from({ length: count }, (_, bucket) => shares.of(bucket).frequency);
}

test('z is the median of its bucket, and the same on both sides of 0', () => {
  for (const [bucket, z] of buckets.values.entries()) {
    const exact = inverseNormalCdf((bucket + 0.5) / count);
    const density = Math.exp(-(exact ** 2) / 2) / Math.sqrt(2 * Math.PI);
    expect(Math.abs(z - exact) * density).toBeLessThan(2e-7); // what normalCdf is right to
    expect(buckets.values[count - 1 - bucket]).toBe(-z);
  }
});

test('under the prior all buckets are alike, to a slot', () => {
  for (const frequency of frequencies({ mean: 0, deviation: 1 })) expect(Math.abs(frequency - frequencyTotal / count)).toBeLessThanOrEqual(1);
  for (let bucket = 0; bucket < count; bucket++) expect(buckets.prior.of(bucket).frequency).toBe(frequencyTotal / count);
});

test.each<Normal>([
  { mean: 0.3, deviation: 0.5 },
  { mean: -1.2, deviation: 0.01 },
  { mean: 1, deviation: 1.5 },
])('%j: the buckets below an edge have the mass below it', ({ mean, deviation }) => {
  const shares = buckets.posterior({ mean, deviation });
  for (let bucket = 1; bucket < count; bucket++) {
    const mass = normalCdf((inverseNormalCdf(bucket / count) - mean) / deviation);
    const ofEdge = (6e-5 * 0.4) / deviation; // an edge is right to 2e-7 over its density, which is 0.0033 at least
    expect(Math.abs(shares.of(bucket).start / frequencyTotal - mass)).toBeLessThan(count / frequencyTotal + ofEdge);
  }
});

test.each<Normal>([
  { mean: 50, deviation: 0.01 },
  { mean: 0, deviation: 0 },
  { mean: -1e30, deviation: 1e30 },
  { mean: Number.NaN, deviation: 1 },
  { mean: 0, deviation: Number.NaN },
])('%j: each bucket has a slot still, and all have the total', (normal) => {
  const all = frequencies(normal);
  expect(Math.min(...all)).toBeGreaterThanOrEqual(1);
  expect(all.reduce((sum, frequency) => sum + frequency, 0)).toBe(frequencyTotal);
});
