import { type Batch, GenmodelsError } from '@genmodels/core';
import * as tf from '@tensorflow/tfjs-core';
import { expect, test } from 'vitest';
import { Dataset } from './dataset.ts';

/** `count` points on a line; example i is [i, i + 0.5] and has the label i. */
function line(count: number): Dataset {
  const values = Float32Array.from({ length: 2 * count }, (_, i) => i / 2);
  return Dataset.from({ values, shape: [2], domain: 'real', labels: Array.from({ length: count }, (_, i) => i), name: 'line' });
}

/** 2 x 2 pictures of one intensity. */
function greys(count: number, intensity: number): Dataset {
  return Dataset.from({ values: new Float32Array(4 * count).fill(intensity), shape: [2, 2, 1], domain: 'unit', name: 'greys' });
}

function codeOf(run: () => unknown): string {
  try {
    run();
  } catch (error) {
    if (error instanceof GenmodelsError) return error.code;
    throw error;
  }
  return 'nothing thrown';
}

/** The numbers of a batch, which is disposed. */
function read({ x, labels }: Batch): { x: number[]; labels: number[]; shape: number[] } {
  const numbers = { x: Array.from(x.dataSync()), labels: labels ? Array.from(labels.dataSync()) : [], shape: x.shape };
  x.dispose();
  labels?.dispose();
  return numbers;
}

test('a batch holds the examples of its labels, and leaves no other tensor', () => {
  const before = tf.memory().numTensors;
  const batch = line(10).batches({ size: 4, seed: 0 }).batch(3);
  expect(tf.memory().numTensors).toBe(before + 2);
  expect(batch.labels?.dtype).toBe('int32');
  const { x, labels, shape } = read(batch);
  expect(shape).toEqual([4, 2]);
  expect(x).toEqual(labels.flatMap((label) => [label, label + 0.5]));
  expect(tf.memory().numTensors).toBe(before);
});

test('a step gives its batch whatever was asked before, and in a new source of the same seed', () => {
  const source = line(10).batches({ size: 3, seed: 7 });
  const forwards = Array.from({ length: 9 }, (_, step) => read(source.batch(step)).labels);
  const backwards = Array.from({ length: 9 }, (_, i) => read(source.batch(8 - i)).labels).reverse();
  expect(backwards).toEqual(forwards);
  const again = line(10).batches({ size: 3, seed: 7 });
  expect(read(again.batch(5)).labels).toEqual(forwards[5]);
  const other = line(10).batches({ size: 3, seed: 8 });
  expect(Array.from({ length: 9 }, (_, step) => read(other.batch(step)).labels)).not.toEqual(forwards);
});

test('an epoch shows every example once, and the next one in another order', () => {
  const source = line(12).batches({ size: 4, seed: 0 });
  expect(source.stepsPerEpoch).toBe(3);
  const epochs = [0, 1].map((epoch) => [0, 1, 2].flatMap((step) => read(source.batch(3 * epoch + step)).labels));
  for (const labels of epochs) expect([...labels].sort((a, b) => a - b)).toEqual(Array.from({ length: 12 }, (_, i) => i));
  expect(epochs[0]).not.toEqual(epochs[1]);
});

test('the last batch is dropped unless partial ones are asked for', () => {
  const whole = line(10).batches({ size: 4, seed: 0 });
  expect(whole.stepsPerEpoch).toBe(2);
  expect([0, 1, 2].map((step) => read(whole.batch(step)).shape[0])).toEqual([4, 4, 4]);
  const partial = line(10).batches({ size: 4, shuffle: false, partial: true });
  expect(partial.stepsPerEpoch).toBe(3);
  expect([0, 1, 2].map((step) => read(partial.batch(step)).labels)).toEqual([
    [0, 1, 2, 3],
    [4, 5, 6, 7],
    [8, 9],
  ]);
  expect(read(line(3).batches({ size: 8, seed: 0, partial: true }).batch(5)).shape).toEqual([3, 2]);
});

test('in order, every epoch is the same', () => {
  const source = line(6).batches({ size: 3, shuffle: false });
  expect([0, 1, 2].map((step) => read(source.batch(step)).labels)).toEqual([
    [0, 1, 2],
    [3, 4, 5],
    [0, 1, 2],
  ]);
});

test('batches refuse data smaller than a batch, and steps and sizes that are none', () => {
  expect(() => line(3).batches({ size: 4, seed: 0 })).toThrow('a batch of 4 needs at least 4 examples, but "line" has 3');
  expect(codeOf(() => line(3).batches({ size: 0, seed: 0 }))).toBe('invalid-argument');
  expect(codeOf(() => line(3).batches({ size: 1.5, seed: 0 }))).toBe('invalid-argument');
  expect(codeOf(() => line(3).batches({ size: 1, seed: -1 }))).toBe('invalid-argument');
  expect(codeOf(() => line(3).batches({ size: 1, seed: 0 }).batch(-1))).toBe('invalid-argument');
  expect(codeOf(() => line(3).batches({ size: 1, seed: 0 }).batch(0.5))).toBe('invalid-argument');
});

test('bytes stand for the steps of their domain', () => {
  const values = Uint8Array.from([0, 51, 255]);
  const data = Dataset.from({ values, shape: [1], domain: { levels: 256 } });
  expect(read(data.batches({ size: 3, shuffle: false }).batch(0)).x).toEqual([0, Math.fround(0.2), 1]);
  expect(data.labels).toBeUndefined();
  const thirds = Dataset.from({ values: Uint8Array.from([0, 1, 2, 3]), shape: [2], domain: { levels: 4 } });
  expect(read({ x: thirds.examples([1, 0]) }).x).toEqual([2 / 3, 1, 0, 1 / 3].map(Math.fround));
});

test('numbers on the steps of a domain come back as they were', () => {
  const values = Float32Array.from({ length: 256 }, (_, i) => i / 255);
  const data = Dataset.from({ values, shape: [1], domain: { levels: 256 } });
  expect(read({ x: data.examples(Array.from(values.keys())) }).x).toEqual(Array.from(values));
  const fine = Float32Array.from([0, 1 / 65_535, 1]);
  expect(read({ x: Dataset.from({ values: fine, shape: [1], domain: { levels: 65_536 } }).examples([0, 1, 2]) }).x).toEqual(
    Array.from(fine),
  );
});

test.each([
  { domain: 'unit', bad: Number.NaN },
  { domain: 'unit', bad: 1.01 },
  { domain: 'unit', bad: -0.01 },
  { domain: 'real', bad: Number.POSITIVE_INFINITY },
  { domain: 'real', bad: Number.NaN },
  { domain: 'binary', bad: 0.5 },
  { domain: { levels: 256 }, bad: 0.5 },
  { domain: { levels: 256 }, bad: Number.NaN },
  { domain: { levels: 1024 }, bad: 0.3 },
] as const)('$bad is outside the domain $domain, and the error says where', ({ domain, bad }) => {
  const make = () => Dataset.from({ values: Float32Array.from([0, 1, bad, 1]), shape: [2], domain });
  expect(codeOf(make)).toBe('invalid-value');
  expect(make).toThrow(`values[2]`);
});

test('bytes above the last step are refused, and domains that bytes cannot number', () => {
  expect(() => Dataset.from({ values: Uint8Array.from([0, 2]), shape: [1], domain: 'binary' })).toThrow(
    'values[1] must be a byte from 0 to 1',
  );
  expect(codeOf(() => Dataset.from({ values: new Uint8Array(2), shape: [1], domain: 'unit' }))).toBe('invalid-argument');
});

test('values, shape and labels must fit each other', () => {
  const values = new Float32Array(6);
  expect(codeOf(() => Dataset.from({ values, shape: [4], domain: 'unit' }))).toBe('invalid-shape');
  expect(codeOf(() => Dataset.from({ values: new Float32Array(), shape: [4], domain: 'unit' }))).toBe('invalid-shape');
  expect(codeOf(() => Dataset.from({ values, shape: [0], domain: 'unit' }))).toBe('invalid-config');
  expect(codeOf(() => Dataset.from({ values, shape: [2], domain: 'unit', labels: [0, 1] }))).toBe('invalid-shape');
  expect(codeOf(() => Dataset.from({ values, shape: [2], domain: 'unit', labels: [0, 1, -1] }))).toBe('invalid-value');
  expect(codeOf(() => Dataset.from({ values, shape: [2], domain: 'unit', labels: [0, 1, 0.5] }))).toBe('invalid-value');
});

test('take gives the first examples with their labels', () => {
  const first = line(10).take(3);
  expect(first.length).toBe(3);
  expect(Array.from(first.labels!)).toEqual([0, 1, 2]);
  expect(read({ x: first.examples([2]) }).x).toEqual([2, 2.5]);
  expect(codeOf(() => first.examples([3]))).toBe('invalid-argument');
  expect(codeOf(() => line(3).take(4))).toBe('invalid-argument');
});

test('balanced takes as many of each class, the same for the same seed', () => {
  const values = Float32Array.from({ length: 40 }, (_, i) => i);
  const labels = Array.from(values, (i) => Number(i % 5 === 0));
  const data = Dataset.from({ values, shape: [1], domain: 'real', labels });
  const numbersOf = (count: number, seed: number) => {
    const part = data.balanced(count, { seed });
    const { x } = read({ x: part.examples(Array.from({ length: count }, (_, i) => i)) });
    expect(x.map((value) => labels[value])).toEqual([...part.labels!]);
    return x;
  };
  expect(new Set(numbersOf(8, 0)).size).toBe(8);
  expect(numbersOf(8, 0).map((value) => labels[value])).toEqual([0, 1, 0, 1, 0, 1, 0, 1]);
  expect(numbersOf(8, 0)).toEqual(numbersOf(8, 0));
  expect(numbersOf(8, 1)).not.toEqual(numbersOf(8, 0));
  expect(numbersOf(40, 0).sort((a, b) => a - b)).toEqual([...values]);
  expect(codeOf(() => data.balanced(41, { seed: 0 }))).toBe('invalid-argument');
  expect(codeOf(() => greys(4, 0).balanced(2, { seed: 0 }))).toBe('invalid-argument');
});

test('split gives parts that share no example, the same for the same seed', () => {
  const [train, rest] = line(10).split(0.8, { seed: 1 });
  expect([train.length, rest.length]).toEqual([8, 2]);
  expect([...train.labels!, ...rest.labels!].sort((a, b) => a - b)).toEqual(Array.from({ length: 10 }, (_, i) => i));
  expect(read({ x: rest.examples([0, 1]) }).x).toEqual([...rest.labels!].flatMap((label) => [label, label + 0.5]));
  expect(line(10).split(0.8, { seed: 1 })[1].labels).toEqual(rest.labels);
  expect(
    line(10)
      .split([5, 3], { seed: 0 })
      .map((part) => part.length),
  ).toEqual([5, 3]);
  expect(codeOf(() => line(10).split([5, 6], { seed: 0 }))).toBe('invalid-argument');
  expect(codeOf(() => line(10).split(1, { seed: 0 }))).toBe('invalid-argument');
});

test('a static binarization has the same bits in every epoch', () => {
  const data = greys(50, 0.3).binarize('static', { seed: 4 });
  expect(data.spec).toEqual({ shape: [2, 2, 1], domain: 'binary' });
  expect(data.name).toBe('greys (static binarization, seed 4)');
  const source = data.batches({ size: 50, shuffle: false });
  const bits = read(source.batch(0)).x;
  expect(new Set(bits)).toEqual(new Set([0, 1]));
  expect(read(source.batch(1)).x).toEqual(bits);
  expect(read(greys(50, 0.3).binarize('static', { seed: 5 }).batches({ size: 50, shuffle: false }).batch(0)).x).not.toEqual(bits);
  expect(read(greys(20, 0.3).binarize('static', { seed: 4 }).batches({ size: 20, shuffle: false }).batch(0)).x).toEqual(
    bits.slice(0, 80),
  );
});

test('a dynamic binarization draws afresh in every epoch, and the same for the same step', () => {
  const data = greys(50, 0.3).binarize('dynamic', { seed: 4 });
  expect(data.spec.domain).toBe('binary');
  expect(data.name).toBe('greys (dynamic binarization, seed 4)');
  const source = data.batches({ size: 50, shuffle: false });
  const bits = read(source.batch(0)).x;
  expect(new Set(bits)).toEqual(new Set([0, 1]));
  expect(read(source.batch(1)).x).not.toEqual(bits);
  expect(read(source.batch(0)).x).toEqual(bits);
  expect(read({ x: data.images([0, 1]) }).x).toEqual(read({ x: data.images([0, 1]) }).x);
});

test.each(['static', 'dynamic'] as const)('a %s binarization keeps the mean, and never changes 0 and 1', (mode) => {
  const means = [0, 0.25, 0.9, 1].map((intensity) => {
    const { x } = read(greys(2500, intensity).binarize(mode, { seed: 0 }).batches({ size: 2500, seed: 0 }).batch(0));
    return x.reduce((sum, bit) => sum + bit, 0) / x.length;
  });
  expect(means[0]).toBe(0);
  expect(Math.abs(means[1]! - 0.25)).toBeLessThan(4 * Math.sqrt((0.25 * 0.75) / 10_000)); // four standard errors
  expect(Math.abs(means[2]! - 0.9)).toBeLessThan(4 * Math.sqrt((0.9 * 0.1) / 10_000));
  expect(means[3]).toBe(1);
});

test('binarize refuses what has no intensities', () => {
  expect(codeOf(() => line(3).binarize('static', { seed: 0 }))).toBe('invalid-argument');
  expect(codeOf(() => greys(3, 1).binarize('dynamic', { seed: 0 }).binarize('dynamic', { seed: 0 }))).toBe('invalid-argument');
});

test('examples leave one tensor, labelled or not', () => {
  const before = tf.memory().numTensors;
  const x = line(10).examples([3, 1]);
  expect(tf.memory().numTensors).toBe(before + 1);
  expect(read({ x }).x).toEqual([3, 3.5, 1, 1.5]);
});

test('images are pictures only', () => {
  const pictures = greys(3, 1).images([2, 0]);
  expect(pictures.shape).toEqual([2, 2, 2, 1]);
  pictures.dispose();
  expect(() => line(3).images([0])).toThrow('use examples()');
});
