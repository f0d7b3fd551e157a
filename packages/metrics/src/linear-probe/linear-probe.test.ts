import { createRng } from '@genmodels/core';
import * as tf from '@tensorflow/tfjs-core';
import { expect, test } from 'vitest';
import { toFeatures } from '../features/features.ts';
import { readFixture } from '../testing/read-fixture.ts';
import { linearProbe } from './linear-probe.ts';
import { trainProbe } from './train-probe.ts';

interface Case {
  readonly width: number;
  readonly l2: number;
  readonly train: { readonly values: number[]; readonly labels: number[] };
  readonly test: { readonly values: number[]; readonly labels: number[] };
  readonly loss: number;
  readonly weights: number[];
  readonly accuracy: number;
}

const cases = readFixture<Case[]>('linear-probe');

function labelled({ values, labels }: Case['train'], width: number) {
  return { features: { values: Float64Array.from(values), width }, labels };
}

/** Gaussians around a corner for each class; `shift` moves the draw. */
function corners(count: number, width: number, classes: number, seed: number) {
  const values = createRng(seed).fillNormal(new Float32Array(count * width));
  const labels = Array.from({ length: count }, (_, i) => i % classes);
  labels.forEach((label, i) => (values[i * width + label]! += 3));
  return { features: { values, width }, labels };
}

function largestError(actual: Float64Array, expected: readonly number[]): number {
  const size = Math.max(...expected.map(Math.abs));
  return Math.max(...expected.map((value, i) => Math.abs(actual[i]! - value) / size));
}

test.each(cases)('loss, weights and accuracy are those of SciPy, $width features', async ({ width, l2, train, test: held, loss, weights, accuracy }) => {
  const { features, labels } = labelled(train, width);
  const probe = await trainProbe(await toFeatures(features, 'train'), Int32Array.from(labels), { l2, tolerance: 1e-9, maxIterations: 1000 });
  expect(Math.abs(probe.loss / loss - 1)).toBeLessThan(1e-10);
  expect(largestError(probe.weights.values, weights)).toBeLessThan(1e-6);
  const score = (await linearProbe({ train: labelled(train, width), test: labelled(held, width), l2 })).accuracy;
  expect(score.value).toBe(accuracy);
});

test('the default ridge is 1 / examples, and the tolerance reaches six digits of the loss', async () => {
  const [train, held] = [corners(90, 4, 3, 0), corners(30, 4, 3, 1)];
  const probe = await linearProbe({ train, test: held });
  const exact = await linearProbe({ train, test: held, l2: 1 / 90, tolerance: 1e-10 });
  expect(probe.accuracy.settings).toEqual({ l2: 1 / 90, classes: 3 });
  expect(Math.abs(probe.loss / exact.loss - 1)).toBeLessThan(1e-6);
  expect(probe.iterations).toBeLessThan(exact.iterations);
});

test('few examples of many features, separable: all learned', async () => {
  const probe = await linearProbe({ train: corners(20, 100, 10, 0), test: corners(200, 100, 10, 1) });
  expect(probe.trainAccuracy).toBe(1);
  expect(probe.accuracy.interval!.low).toBeGreaterThan(1 / 10); // chance
});

test('predicts what it was trained on, for features of any number and kind', async () => {
  const train = corners(150, 5, 3, 0);
  const { predict, trainAccuracy } = await linearProbe({ train, test: corners(30, 5, 3, 1) });
  const predicted = await predict(tf.tensor2d(train.features.values, [150, 5]));
  expect(predicted.filter((label, i) => label === train.labels[i]).length / 150).toBe(trainAccuracy);
  await expect(predict({ values: new Float32Array(4), width: 4 })).rejects.toThrow('train and the given must have features of one kind');
});

test('scales and shifts of the features change nothing, nor does a feature that never changes', async () => {
  const [train, held] = [corners(60, 3, 3, 0), corners(30, 3, 3, 1)];
  const changed = ({ features, labels }: typeof train, constant: number) => ({
    features: { width: 4, values: Float64Array.from({ length: 4 * labels.length }, (_, i) =>
      i % 4 === 3 ? constant : features.values[3 * Math.floor(i / 4) + (i % 4)]! * 10 ** (i % 4) - 5) },
    labels,
  });
  const plain = await linearProbe({ train, test: held, tolerance: 1e-9 });
  const other = await linearProbe({ train: changed(train, 0.1), test: changed(held, 1e9), tolerance: 1e-9 });
  expect(Math.abs(other.loss / plain.loss - 1)).toBeLessThan(1e-10);
  expect(other.accuracy.value).toBe(plain.accuracy.value);
});

test('scaled together, what varies little stays small: one factor for all changes nothing, one for each does', async () => {
  const [train, held] = [corners(60, 3, 3, 0), corners(30, 3, 3, 1)];
  const times = ({ features, labels }: typeof train, factors: readonly number[]) => ({
    features: { width: 3, values: Float64Array.from(features.values, (value, i) => value * factors[i % 3]! + 7) },
    labels,
  });
  const lossOf = async (factors: readonly number[], scaling: 'each' | 'together') =>
    (await linearProbe({ train: times(train, factors), test: times(held, factors), scaling, tolerance: 1e-9 })).loss;
  const plain = await lossOf([1, 1, 1], 'together');
  expect(Math.abs((await lossOf([5, 5, 5], 'together')) / plain - 1)).toBeLessThan(1e-10);
  expect(await lossOf([1, 0.01, 0.01], 'together')).toBeGreaterThan(1.5 * plain); // two classes can hardly be told apart any more
  expect(Math.abs((await lossOf([1, 0.01, 0.01], 'each')) / (await lossOf([1, 1, 1], 'each')) - 1)).toBeLessThan(1e-10);
});

test('two scalings are two ways to measure', async () => {
  const [train, held] = [corners(60, 3, 3, 0), corners(30, 3, 3, 1)];
  const named = ({ features, labels }: typeof train, split: string) => ({
    features: { ...features, length: labels.length, origin: { data: 'toy', split, extractor: { name: 'numbers' }, preprocessing: 'none' } },
    labels,
  });
  const scoreOf = async (scaling: 'each' | 'together') =>
    (await linearProbe({ train: named(train, 'train'), test: named(held, 'test'), scaling })).accuracy;
  const [each, together] = [await scoreOf('each'), await scoreOf('together')];
  expect(together.preprocessing).toBe('features standardized together by the training set');
  expect(() => each.compare(together)).toThrow('preprocessing');
});

test('a class without training examples is never predicted, and counts as wrong', async () => {
  const train = corners(40, 3, 2, 0);
  const held = corners(30, 3, 3, 1);
  const { accuracy, predict } = await linearProbe({ train: { ...train, labels: train.labels.map((label) => 4 * label) }, test: held });
  expect(new Set(await predict(held.features))).toEqual(new Set([0, 4]));
  expect(accuracy.value).toBeLessThanOrEqual(1 / 3);
});

test('the score is of the features: other extractors compare, other labels do not', async () => {
  const probe = async (name: string, count: number) => {
    const origin = (split: string) => ({ data: 'toy', split, extractor: { name }, preprocessing: 'none' });
    const part = (split: string, size: number, seed: number) => {
      const { features, labels } = corners(size, 3, 3, seed);
      return { features: { ...features, length: size, origin: origin(split) }, labels };
    };
    return (await linearProbe({ train: part('train', count, 0), test: part('test', 30, 1) })).accuracy;
  };
  const score = await probe('means of a', 60);
  expect(score.compare(await probe('means of b', 60))).toBe(0);
  const fewer = await probe('means of a', 30);
  expect(() => score.compare(fewer)).toThrow('the train set differs: 60 of toy train and 30 of toy train');
  expect(String(score)).toMatch(/^linear probe accuracy 0\.\d+ \[.*\] \(95 %, Wilson, of 30 examples\), multinomial logistic regression: of 3 features of means of a/);
});

test('the same input gives the same bits, and no tensor is made', async () => {
  const before = tf.memory().numTensors;
  const losses = [await linearProbe({ train: corners(70, 6, 3, 0), test: corners(9, 6, 3, 1) }), await linearProbe({ train: corners(70, 6, 3, 0), test: corners(9, 6, 3, 1) })].map(({ loss }) => loss);
  expect(losses[0]).toBe(losses[1]);
  expect(tf.memory().numTensors).toBe(before);
});

test('too few iterations are an error, not a low score', async () => {
  await expect(linearProbe({ train: corners(60, 3, 3, 0), test: corners(30, 3, 3, 1), maxIterations: 2 })).rejects.toThrow(
    /the probe must converge, but after 2 iterations its gradient still is \d\.\de-\d, not 0.00001: raise maxIterations or l2/,
  );
});

test('stops when aborted', async () => {
  const signal = AbortSignal.abort(new Error('enough'));
  await expect(linearProbe({ train: corners(60, 3, 3, 0), test: corners(30, 3, 3, 1), signal })).rejects.toThrow('enough');
});

const good = corners(6, 3, 3, 0);
test.each([
  ['labels that are too few', { train: { ...good, labels: [0, 1] } }, 'train.labels must be a class for each of the 6 examples, an integer of at least 0, got 2 labels'],
  ['a label that is no class', { test: { ...good, labels: [0, 1, 2, 0, 1, 0.5] } }, 'test.labels must be a class for each of the 6 examples, an integer of at least 0, got 0.5'],
  ['one class', { train: { ...good, labels: [7, 7, 7, 7, 7, 7] } }, 'train.labels must name at least two classes, got only 7'],
  ['no ridge', { l2: 0 }, 'l2 must be above 0'],
  ['an unknown scaling', { scaling: 'none' as 'each' }, 'scaling must be \'each\' or \'together\', got "none"'],
  ['widths that differ', { test: corners(6, 4, 3, 0) }, 'train and test must have features of one kind, got 3 features'],
  ['no iterations', { maxIterations: 0 }, 'maxIterations must be an integer of at least 1'],
])('%s are refused', async (_, change, message) => {
  await expect(linearProbe({ train: good, test: good, ...change })).rejects.toThrow(message);
});
