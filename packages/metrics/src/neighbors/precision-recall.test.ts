import { createRng } from '@genmodels/core';
import * as tf from '@tensorflow/tfjs-core';
import { describe, expect, it } from 'vitest';
import { readFixture } from '../testing/read-fixture.ts';
import { densityCoverage } from './density-coverage.ts';
import { precisionRecall } from './precision-recall.ts';

interface Manifold { k: number; precision: number; recall: number; density: number; coverage: number }
interface Fixture { width: number; reference: number[]; generated: number[]; manifolds: Manifold[] }

const set = (values: ArrayLike<number>, width: number) => ({ values: Float64Array.from(values), width });

const normal = (count: number, width: number, seed: number, scale = 1) =>
  set(createRng(seed).fillNormal(new Float32Array(count * width)).map((value) => scale * value), width);

/** Points around the corners of a square, as many around each. */
const corners = (count: number, seed: number, modes = 4, noise = 0.1) => {
  const { values } = normal(count, 2, seed, noise);
  return set(values.map((value, i) => value + (((Math.floor(i / 2) % modes) >> (i % 2)) & 1) * 4), 2);
};

const both = async (reference: ReturnType<typeof set>, generated: ReturnType<typeof set>, k?: number) => {
  const options = { reference, generated, ...(k !== undefined && { k }) };
  const { precision, recall } = await precisionRecall(options);
  const { density, coverage } = await densityCoverage(options);
  return { precision: precision.value, recall: recall.value, density: density.value, coverage: coverage.value };
};

const holds = ({ low, high }: { low: number; high: number }, value: number) => (low <= value && value <= high ? 1 : 0);

describe('precision, recall, density and coverage', () => {
  const { width, manifolds, ...sets } = readFixture<Fixture>('neighbors');

  it.each(manifolds)('have parity with NumPy for k = $k', async ({ k, ...expected }) => {
    const found = await both(set(sets.reference, width), set(sets.generated, width), k);
    for (const [name, value] of Object.entries(expected)) expect(found[name as keyof typeof found], name).toBeCloseTo(value, 12);
  });

  it('do not mind how far from 0 the data is', async () => {
    const moved = (values: number[]) => set(values.map((value) => value * 2 ** -10 + 1e4), width);
    const { k, ...expected } = manifolds[1]!;
    const found = await both(moved(sets.reference), moved(sets.generated), k);
    for (const [name, value] of Object.entries(expected)) expect(found[name as keyof typeof found], name).toBeCloseTo(value, 12);
  });

  it('of a set with itself are 1', async () => {
    const same = normal(80, 3, 1);
    const { density, ...shares } = await both(same, same, 3);
    expect(shares).toEqual({ precision: 1, recall: 1, coverage: 1 });
    expect(density).toBe(4 / 3); // each of the balls holds its centre and the three that it reaches to
  });

  it('of sets far apart are 0', async () => {
    const far = normal(50, 2, 2);
    expect(await both(normal(50, 2, 1), set(far.values.map((value) => value + 100), 2))).toEqual({ precision: 0, recall: 0, density: 0, coverage: 0 });
  });

  it('count a sample at exactly the radius, and one that equals a duplicated example', async () => {
    const reference = set([0, 1, 5, 5], 1); // radii of k = 1: 1, 1, 0, 0
    const { precision, coverage } = await both(reference, set([-1, 5, 5.1, 2.1], 1), 1);
    expect([precision, coverage]).toEqual([0.5, 0.75]); // -1 and 5 are inside; the ball around 1 stays empty
  });

  it('precision is about the generated and recall about the reference', async () => {
    const [wide, narrow] = [corners(200, 1), corners(200, 2, 2)];
    const few = await both(wide, narrow);
    const swapped = await both(narrow, wide);
    expect(few.precision).toBeGreaterThan(0.9);
    expect(few.recall).toBeLessThan(0.55);
    expect([swapped.precision, swapped.recall]).toEqual([few.recall, few.precision]);
  });

  it('precision and density fall as noise grows', async () => {
    const at = await Promise.all([0.1, 0.2, 0.4, 0.8, 1.6].map((noise) => both(corners(300, 1), corners(300, 2, 4, noise))));
    for (const [i, next] of at.slice(1).entries()) {
      expect(next.precision).toBeLessThan(at[i]!.precision);
      expect(next.density).toBeLessThan(at[i]!.density);
    }
  });

  it('recall and coverage fall as modes are dropped', async () => {
    const at = await Promise.all([4, 2, 1].map((modes) => both(corners(300, 1), corners(300, 2, modes))));
    for (const [i, next] of at.slice(1).entries()) {
      expect(next.recall).toBeLessThan(at[i]!.recall - 0.2);
      expect(next.coverage).toBeLessThan(at[i]!.coverage - 0.2);
    }
  });

  it('recall rises with noise, which a few far samples are enough for, and coverage does not', async () => {
    const [reference, collapsed] = [corners(300, 1), corners(300, 2, 1)];
    const noisy = set(collapsed.values.map((value, i) => (i < 40 ? value * 60 : value)), 2);
    const [before, after] = [await both(reference, collapsed), await both(reference, noisy)];
    expect(after.recall).toBeGreaterThan(before.recall + 0.5);
    expect(after.coverage).toBeLessThan(before.coverage + 0.05);
  });

  it('density is 1 and coverage 1 - C(N, k) / C(2N, k) on average where both sets come from one distribution', async () => {
    const [k, count, draws] = [5, 60, 60];
    let [density, coverage] = [0, 0];
    for (let seed = 0; seed < draws; seed++) {
      const found = await both(normal(count, 4, 2 * seed), normal(count, 4, 2 * seed + 1), k);
      density += found.density / draws;
      coverage += found.coverage / draws;
    }
    // A ball stays empty where the k nearest of the N - 1 + N around its centre are all of the reference.
    let empty = 1;
    for (let i = 0; i < k; i++) empty *= (count - 1 - i) / (2 * count - 1 - i);
    expect(Math.abs(density - 1)).toBeLessThan(0.06); // 4 standard errors
    expect(Math.abs(coverage - (1 - empty))).toBeLessThan(0.012);
  });

  it('have intervals that hold the value of endless samples as often as they say, given the balls', async () => {
    const reference = normal(100, 2, 1);
    const options = (generated: ReturnType<typeof set>) => ({ reference, generated, confidence: 0.9 });
    const many = normal(4000, 2, 2);
    const [{ precision: share }, { density: mean }] = [await precisionRecall(options(many)), await densityCoverage(options(many))];
    let [precisions, densities] = [0, 0];
    for (let seed = 10; seed < 110; seed++) {
      const generated = normal(80, 2, seed);
      const [{ precision }, { density }] = [await precisionRecall(options(generated)), await densityCoverage(options(generated))];
      precisions += holds(precision.interval!, share.value);
      densities += holds(density.interval!, mean.value);
    }
    for (const held of [precisions, densities]) {
      expect(held).toBeGreaterThanOrEqual(78); // of 100, 90 expected: 4 standard errors
      expect(held).toBeLessThan(100);
    }
  });

  it('have intervals that say what was taken for given, and none where it would not be honest', async () => {
    const same = { reference: normal(20, 2, 1), generated: normal(20, 2, 1) };
    const [{ precision }, { density, coverage }] = [await precisionRecall(same), await densityCoverage(same)];
    expect(precision.interval).toMatchObject({ high: 1, method: expect.stringMatching(/^Wilson.*, balls kept$/) });
    expect(precision.interval!.low).toBeLessThan(0.9); // not 1: twenty examples do not know that
    expect(density.interval!.method).toBe('normal, over generated, balls kept');
    expect(coverage.interval).toBeUndefined();
  });

  it('say what they were measured on, and refuse what they cannot measure', async () => {
    const [reference, generated] = [normal(10, 2, 1), normal(3, 2, 2)];
    const { density } = await densityCoverage({ reference, generated });
    expect(density).toMatchObject({ estimator: 'k-nearest-neighbor balls', samples: { reference: { count: 10 }, generated: { count: 3 } }, settings: { k: 5 } });
    await expect(precisionRecall({ reference, generated })).rejects.toThrow('generated must have more than k = 3 examples');
    await expect(densityCoverage({ reference: generated, generated })).rejects.toThrow('reference must have more than k = 5 examples');
    await expect(precisionRecall({ reference, generated: reference, confidence: 95 })).rejects.toThrow('confidence must be between 0 and 1, got 95');
    const { numTensors } = tf.memory();
    await expect(precisionRecall({ reference, generated: reference, signal: AbortSignal.abort(new Error('enough')) })).rejects.toThrow('enough');
    expect(tf.memory().numTensors).toBe(numTensors);
  });
});
