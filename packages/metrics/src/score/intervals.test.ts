import { createRng, type Rng } from '@genmodels/core';
import { expect, test } from 'vitest';
import { bootstrap } from './bootstrap.ts';
import { estimateMean } from './estimate-mean.ts';
import { resample } from './resample.ts';
import { wilsonInterval } from './wilson-interval.ts';

const trials = 400;
/** Of 400 intervals that hold with probability 0.95, how many may miss: three standard errors around 20. */
const [fewest, most] = [trials * 0.05 - 3 * Math.sqrt(trials * 0.05 * 0.95), trials * 0.05 + 3 * Math.sqrt(trials * 0.05 * 0.95)];

test('bootstrap intervals of a mean hold it as often as they say', async () => {
  const count = 50;
  let misses = 0;
  for (let trial = 0; trial < trials; trial++) {
    const values = createRng(trial).fillNormal(new Float32Array(count));
    const { low, high } = await bootstrap({ seed: trial }, (rng) => resample(count, rng).reduce((sum, i) => sum + values[i]!, 0));
    if (low > 0 || high < 0) misses++;
  }
  expect(misses).toBeGreaterThan(fewest);
  expect(misses).toBeLessThan(most);
});

test('normal intervals of a mean hold it as often as they say', () => {
  let misses = 0;
  for (let trial = 0; trial < trials; trial++) {
    const { interval } = estimateMean(createRng(trial).fillNormal(new Float32Array(100)), { method: 'normal' });
    if (interval!.low > 0 || interval!.high < 0) misses++;
  }
  expect(misses).toBeGreaterThan(fewest);
  expect(misses).toBeLessThan(most);
});

test('Wilson intervals hold a share near 1 as often as they say', () => {
  // Exact: the binomial probability of all hits whose interval holds the share.
  const [count, share] = [200, 0.97];
  let probability = (1 - share) ** count; // of 0 hits
  let held = 0;
  for (let hits = 0; hits <= count; hits++) {
    const { low, high } = wilsonInterval(hits, count);
    if (low <= share && share <= high) held += probability;
    probability *= ((count - hits) / (hits + 1)) * (share / (1 - share));
  }
  expect(held).toBeGreaterThan(0.93);
  expect(held).toBeLessThan(0.97);
});

test('Wilson intervals stay within 0 and 1 and have a width', () => {
  expect(wilsonInterval(0, 10).low).toBe(0);
  expect(wilsonInterval(0, 10).high).toBeCloseTo(0.2775, 4); // z² / (n + z²)
  expect(wilsonInterval(10, 10).high).toBe(1);
  expect(wilsonInterval(7, 10)).toMatchObject({ confidence: 0.95, method: 'Wilson, of 10 examples' });
});

test('a bootstrap depends on its seed alone', async () => {
  const draw = (seed: number) => bootstrap({ seed, resamples: 20 }, (rng) => rng.next());
  expect(await draw(0)).toEqual(await draw(0));
  expect(await draw(0)).not.toEqual(await draw(1));
  expect((await draw(0)).method).toBe('bootstrap, 20 resamples');
});

test('each resample has a stream of its own, however much it draws', async () => {
  const firsts: number[][] = [[], []];
  for (const [i, draws] of [1, 5].entries()) {
    await bootstrap({ seed: 3, resamples: 4 }, (rng) => {
      firsts[i]!.push(rng.next());
      for (let more = 1; more < draws; more++) rng.next();
      return 0;
    });
  }
  expect(firsts[0]).toEqual(firsts[1]);
  expect(new Set(firsts[0]).size).toBe(4);
});

test('the ends are quantiles between neighbors', async () => {
  let next = 0;
  const { low, high } = await bootstrap({ seed: 0, resamples: 11, confidence: 0.9 }, () => [5, 3, 1, 9, 7, 10, 0, 2, 4, 6, 8][next++]!);
  expect(low).toBeCloseTo(0.5, 12);
  expect(high).toBeCloseTo(9.5, 12);
});

test('a bootstrap stops when aborted', async () => {
  const aborter = new AbortController();
  const draws: number[] = [];
  const run = bootstrap({ seed: 0, signal: aborter.signal }, (rng) => {
    if (draws.push(rng.next()) === 3) aborter.abort(new Error('enough'));
    return 0;
  });
  await expect(run).rejects.toThrow('enough');
  expect(draws.length).toBe(3);
});

test.each([
  [{ seed: -1 }, 'seed must be an integer'],
  [{ seed: 0, resamples: 0 }, 'resamples must be an integer of at least 1'],
  [{ seed: 0, confidence: 1 }, 'confidence must be between 0 and 1, got 1'],
])('%j is refused', async (options, message) => {
  await expect(bootstrap(options, () => 0)).rejects.toThrow(message);
});

test('resamples draw every number as often as any', () => {
  const counts = new Uint32Array(5);
  for (let i = 0; i < 2000; i++) for (const index of resample(5, createRng(i))) counts[index]!++;
  for (const count of counts) expect(Math.abs(count - 2000)).toBeLessThan(4 * Math.sqrt(10_000 * 0.2 * 0.8));
});

/** A stream of these uniforms and no others. */
const streamOf = (...uniforms: number[]) => ({ fillUniform: (out: Float32Array) => out.map((_, i) => uniforms[i % uniforms.length]!) }) as Rng;

test('the smallest uniforms give the first example, the largest the last', () => {
  expect(resample(1000, streamOf(2 ** -24))[0]).toBe(0);
  expect(resample(1000, streamOf(1 - 2 ** -24))[0]).toBe(999);
});

test('within one of the 2^23 cells of a uniform, a second one tells examples apart', () => {
  const cell = (Math.floor(2 ** 23 / 3) + 0.5) / 2 ** 23; // two thirds of it lie below 1/3
  expect(resample(3, streamOf(cell, 0.66))[0]).toBe(0);
  expect(resample(3, streamOf(cell, 0.67))[0]).toBe(1);
});

test('an interval of a share needs a confidence too', () => {
  expect(() => wilsonInterval(1, 2, 95)).toThrow('confidence must be between 0 and 1, got 95');
});
