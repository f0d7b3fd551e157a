import { expect, test } from 'vitest';
import { createMatrix } from '../linear-algebra/matrix.ts';
import { pauseOrAbort } from '../pause-or-abort.ts';
import { farthest } from '../testing/plain-matrices.ts';
import { uniformNumbers } from '../testing/uniform-numbers.ts';
import type { BareFeatures } from './features.ts';
import { MomentsAccumulator } from './moments-accumulator.ts';

/** The definition, in two passes. */
function momentsByDefinition({ values, width }: BareFeatures) {
  const length = values.length / width;
  const mean = new Float64Array(width);
  values.forEach((value, at) => { mean[at % width]! += value / length; });
  const covariance = createMatrix(width, width);
  for (let at = 0; at < values.length; at += width) {
    for (let i = 0; i < width; i++) for (let j = 0; j < width; j++)
      covariance.values[i * width + j]! += ((values[at + i]! - mean[i]!) * (values[at + j]! - mean[j]!)) / (length - 1);
  }
  return { mean, covariance };
}

async function accumulate({ values, width }: BareFeatures, ...parts: number[]) {
  const accumulator = new MomentsAccumulator(width, pauseOrAbort());
  let first = 0;
  for (const rows of [...parts, values.length / width]) {
    await accumulator.add(values.subarray(first * width, (first + rows) * width));
    first += rows;
  }
  return { mean: accumulator.mean, length: accumulator.length, covariance: await accumulator.covariance(), accumulator };
}

test.each([[2, 1], [3, 7], [255, 3], [256, 3], [700, 5]])('%i rows of width %i are as in two passes', async (rows, width) => {
  const given = uniformNumbers(1, rows, width);
  const { accumulator, covariance } = await accumulate(given);
  const expected = momentsByDefinition(given);
  expect(accumulator.length).toBe(rows);
  accumulator.mean.forEach((value, k) => { expect(value).toBeCloseTo(expected.mean[k]!, 14); });
  expect(farthest(covariance, expected.covariance)).toBeLessThan(1e-14);
});

test('the parts in which rows come change nothing, to the bit', async () => {
  const given = uniformNumbers(2, 600, 4);
  const whole = await accumulate(given);
  const parted = await accumulate(given, 1, 0, 254, 17, 255, 73);
  expect(parted.accumulator.mean).toEqual(whole.accumulator.mean);
  expect(parted.covariance).toEqual(whole.covariance);
});

test('a mean far from 0, and one that drifts from block to block, cost no digits', async () => {
  const far = uniformNumbers(3, 600, 2, (u) => 2 ** 20 + Math.round(u * 2 ** 20) / 2 ** 20);
  const near = { ...far, values: far.values.map((value) => value - 2 ** 20) };
  expect(farthest((await accumulate(far)).covariance, momentsByDefinition(near).covariance)).toBeLessThan(1e-9);
  const drifting = uniformNumbers(4, 900, 2);
  drifting.values.forEach((value, at) => { drifting.values[at] = value + at; });
  const expected = momentsByDefinition(drifting).covariance;
  expect(farthest((await accumulate(drifting)).covariance, expected) / expected.values[0]!).toBeLessThan(1e-14);
});

test('one row has no covariance', async () => {
  await expect(accumulate(uniformNumbers(1, 1, 3))).rejects.toThrow('[genmodels/invalid-argument] a covariance needs at least two examples, got 1');
});
