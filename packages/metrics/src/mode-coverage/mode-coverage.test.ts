import { points2d, pointsDensity } from '@genmodels/datasets';
import { expect, test } from 'vitest';
import { extractFeatures } from '../features/extract-features.ts';
import { pixels } from '../features/pixels.ts';
import { readFixture } from '../testing/read-fixture.ts';
import { uniformNumbers } from '../testing/uniform-numbers.ts';
import { modeCoverage } from './mode-coverage.ts';

interface Case {
  readonly seed: number;
  readonly modes: number;
  readonly dimensions: number;
  readonly samples: number;
  readonly sigma: number;
  readonly within: number;
  readonly atLeast: number;
  readonly covered: number;
  readonly highQuality: number;
  readonly kl: number;
  readonly all: number[];
  readonly good: number[];
}

function draw(seed: number, rows: number, width: number) {
  return uniformNumbers(seed, rows, width, (u) => 4 * u - 2);
}

test.each(readFixture<Case[]>('mode-coverage'))('counts are those of NumPy: $modes modes, $samples samples', async (given) => {
  const { seed, modes, dimensions, samples, sigma, within, atLeast } = given;
  const { values } = draw(seed, modes, dimensions);
  const centres = Array.from({ length: modes }, (_, i) => values.subarray(i * dimensions, (i + 1) * dimensions));
  const result = await modeCoverage({ generated: draw(seed + 1, samples, dimensions), modes: centres, sigma, within, atLeast });
  expect(Array.from(result.counts.all)).toEqual(given.all);
  expect(Array.from(result.counts.highQuality)).toEqual(given.good);
  expect(result.covered.value).toBe(given.covered);
  expect(result.highQuality.value).toBe(given.highQuality);
  expect(result.kl.value).toBeCloseTo(given.kl, 12);
});

test.each(['ring', 'grid'] as const)('the data covers its own modes: %s', async (kind) => {
  const generated = await extractFeatures(points2d({ kind, count: 5000 }), { extractor: pixels() });
  const { modes, sigma } = pointsDensity(kind);
  const { covered, highQuality, kl } = await modeCoverage({ generated, modes: modes!, sigma: sigma! });
  expect(covered.value).toBe(modes!.length);
  expect(highQuality.interval!.low).toBeLessThan(1 - Math.exp(-4.5)); // of a Gaussian in the plane within 3 sigma
  expect(highQuality.interval!.high).toBeGreaterThan(1 - Math.exp(-4.5));
  expect(kl.value).toBeLessThan((3 * (modes!.length - 1)) / (2 * 5000));
});

const ring = pointsDensity('ring').modes!;

test('one mode alone: all of high quality, and the largest divergence', async () => {
  const { covered, highQuality, kl } = await modeCoverage({ generated: { values: Float32Array.of(2, 0, 2.1, 0), width: 2 }, modes: ring, sigma: 0.05 });
  expect([covered.value, highQuality.value]).toEqual([1, 1]);
  expect(kl.value).toBeCloseTo(Math.log(8), 12);
});

test('a stray sample belongs to its nearest mode, but covers none', async () => {
  const { covered, highQuality, counts } = await modeCoverage({ generated: { values: Float32Array.of(1, 0), width: 2 }, modes: ring, sigma: 0.05 });
  expect([covered.value, highQuality.value]).toEqual([0, 0]);
  expect([counts.all[0], counts.highQuality[0]]).toEqual([1, 0]);
});

test('scores of other modes do not compare, though there be as many', async () => {
  const generated = { values: Float32Array.of(2, 0), width: 2 };
  const { covered } = await modeCoverage({ generated, modes: ring, sigma: 0.05 });
  const moved = await modeCoverage({ generated, modes: ring.map(([x, y]) => [x + 1, y]), sigma: 0.05 });
  expect(covered.compare(covered)).toBe(0);
  expect(() => covered.compare(moved.covered)).toThrow(/setting modes differs: "8 \([0-9a-f]{8}\)" and "8 \(/);
  expect(String(covered)).toMatch(/^modes covered 1, of 8: generated 1 of unnamed data; .*; modes 8 \([0-9a-f]{8}\); sigma 0.05; within 3; atLeast 1; higher is better$/);
});

test('stops when aborted', async () => {
  const generated = { values: Float32Array.of(2, 0), width: 2 };
  await expect(modeCoverage({ generated, modes: ring, sigma: 0.05, signal: AbortSignal.abort(new Error('enough')) })).rejects.toThrow('enough');
});

test.each([
  ['no modes', { modes: [] }, 'modes must be a list of points, got []'],
  ['a mode of another space', { modes: [[0, 0], [1, 2, 3]] }, 'modes must each be 2 finite numbers, as many as a sample has, got [1, 2, 3]'],
  ['a mode nowhere', { modes: [[0, Number.NaN]] }, 'modes must each be 2 finite numbers'],
  ['a sigma of 0', { sigma: 0 }, 'sigma must be above 0, got 0'],
  ['no reach', { within: -1 }, 'within must be above 0, got -1'],
  ['half a sample', { atLeast: 0.5 }, 'atLeast must be an integer of at least 1, got 0.5'],
])('%s: refused', async (_, change, message) => {
  const generated = { values: Float32Array.of(2, 0), width: 2 };
  await expect(modeCoverage({ generated, modes: ring, sigma: 0.05, ...change })).rejects.toThrow(message);
});
