import { inverseNormalCdf } from '@genmodels/core';
import * as tf from '@tensorflow/tfjs-core';
import { expect, test } from 'vitest';
import type { BareFeatures, Features } from '../features/features.ts';
import { readFixture } from '../testing/read-fixture.ts';
import { uniformNumbers } from '../testing/uniform-numbers.ts';
import { parzenLogLikelihood } from './parzen-log-likelihood.ts';

interface Case {
  readonly examples: number;
  readonly windows: number;
  readonly width: number;
  readonly bandwidth: number;
  readonly value: number;
  readonly error: number;
}

const point = (...values: number[]): BareFeatures => ({ values: Float64Array.from(values), width: values.length });

function named({ values, width }: BareFeatures, data: string): Features {
  return { values, width, length: values.length / width, origin: { data, extractor: { name: 'pixels' }, preprocessing: 'none' } };
}

/** Five sets of two features, all of one distribution. */
function sets() {
  const [reference, validation] = [named(uniformNumbers(1, 40, 2), 'test'), named(uniformNumbers(2, 40, 2), 'validation')];
  return { reference, validation, generated: named(uniformNumbers(3, 50, 2), 'samples') };
}

test.each(readFixture<Case[]>('likelihood'))('$examples examples, $windows windows of width $width, bandwidth $bandwidth as in float64', async (given) => {
  const { examples, windows, width, bandwidth } = given;
  const [reference, generated] = [uniformNumbers(1, examples, width), uniformNumbers(2, windows, width)];
  const { value, interval } = await parzenLogLikelihood({ reference, generated, bandwidth, confidence: 0.9 });
  expect(Math.abs(value / given.value - 1)).toBeLessThan(1e-12);
  const error = (interval!.high - interval!.low) / 2 / inverseNormalCdf(0.95);
  expect(Math.abs(error / given.error - 1)).toBeLessThan(1e-10);
});

test('one window is a Gaussian', async () => {
  const { value, interval } = await parzenLogLikelihood({ reference: point(1, 2, 3), generated: point(1, 2, 5), bandwidth: 2 });
  expect(value).toBeCloseTo(-0.5 - 1.5 * Math.log(2 * Math.PI * 4), 12);
  expect(interval).toBeUndefined();
});

test('far windows under a small bandwidth are unlikely, never impossible', async () => {
  const { value } = await parzenLogLikelihood({ reference: point(100), generated: { values: Float32Array.of(0, -1), width: 1 }, bandwidth: 0.01 });
  expect(value).toBeCloseTo(-(100 ** 2) / 2e-4 - Math.log(2) - Math.log(2 * Math.PI * 1e-4) / 2, 6);
});

test('the bandwidth is the one of the grid that validation likes best', async () => {
  const { reference, validation, generated } = sets();
  const grid = [0.01, 0.05, 0.1, 0.2, 0.8];
  const score = await parzenLogLikelihood({ reference, validation, generated, grid });
  const values = await Promise.all(grid.map((bandwidth) => parzenLogLikelihood({ reference: validation, generated, bandwidth })));
  const best = grid[values.map(({ value }) => value).reduce((top, value, i, all) => (value > all[top]! ? i : top), 0)];
  expect(score.chosen).toEqual({ bandwidth: best });
  expect(score.value).toBe((await parzenLogLikelihood({ reference, generated, bandwidth: best! })).value);
});

test('it says what was chosen, and that the grid should be wider', async () => {
  const score = await parzenLogLikelihood({ ...sets(), grid: [0.4, 0.8] });
  expect(String(score)).toMatch(new RegExp('^Parzen window log-likelihood -?[\\d.]+ nats \\[.*\\] \\(95 %, normal, over examples\\), Gaussian windows, ' +
    'bandwidth chosen on validation: reference 40 of test, generated 50 of samples, validation 40 of validation; features pixels; preprocessing none; ' +
    'grid \\[0\\.4,0\\.8\\]; bandwidth 0\\.4; at an end of the grid true; higher is better$'));
});

test('models whose bandwidths were chosen alike compare, whatever was chosen', async () => {
  const { reference, validation, generated } = sets();
  const wide = named(uniformNumbers(3, 50, 2, (u) => 5 * u), 'other samples');
  const [one, other] = [await parzenLogLikelihood({ reference, validation, generated }), await parzenLogLikelihood({ reference, validation, generated: wide })];
  expect(one.chosen).not.toEqual(other.chosen);
  expect(one.compare(other)).toBeLessThan(0);
  const given = await parzenLogLikelihood({ reference, generated, bandwidth: 0.1 });
  expect(() => one.compare(given)).toThrow('the estimator differs');
});

test('refusals say what came', async () => {
  const { reference, validation, generated } = sets();
  await expect(parzenLogLikelihood({ reference, generated, bandwidth: 0 })).rejects.toThrow('bandwidth must be a positive number, got 0');
  await expect(parzenLogLikelihood({ reference, generated } as never)).rejects.toThrow('bandwidth must be a positive number, got undefined');
  await expect(parzenLogLikelihood({ reference, generated, validation, grid: [] })).rejects.toThrow('grid must be positive bandwidths, the smallest first, got []');
  await expect(parzenLogLikelihood({ reference, generated, validation, grid: [0.2, 0.1] })).rejects.toThrow('got [0.2, 0.1]');
  await expect(parzenLogLikelihood({ reference, generated, validation: named(uniformNumbers(1, 3, 3), 'x') })).rejects.toThrow('validation and generated must have');
  await expect(parzenLogLikelihood({ reference, generated: uniformNumbers(1, 3, 2), bandwidth: 1 })).rejects.toThrow('reference and generated must have');
});

test('no tensor stays, on success nor on abort', async () => {
  const generated = tf.tensor2d([[0, 1], [2, 3]]);
  const before = tf.memory().numTensors;
  const reference = uniformNumbers(1, 9, 2);
  await parzenLogLikelihood({ reference, generated, bandwidth: 1 });
  const signal = AbortSignal.abort(new Error('enough'));
  await expect(parzenLogLikelihood({ reference, generated, bandwidth: 1, signal })).rejects.toThrow('enough');
  expect(tf.memory().numTensors).toBe(before);
  generated.dispose();
});
