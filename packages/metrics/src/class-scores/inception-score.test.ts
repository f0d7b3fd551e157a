import * as tf from '@tensorflow/tfjs-core';
import { expect, test } from 'vitest';
import { extractFeatures } from '../features/extract-features.ts';
import type { BareFeatures, Features } from '../features/features.ts';
import { readFixture } from '../testing/read-fixture.ts';
import { uniformNumbers } from '../testing/uniform-numbers.ts';
import { inceptionScore } from './inception-score.ts';

interface Case {
  readonly rows: number;
  readonly classes: number;
  readonly sharpness: number;
  readonly splits: number;
  readonly mean: number;
  readonly deviation: number;
}

/** Each row divided by its sum. */
function normalized({ values, width }: BareFeatures): BareFeatures {
  const sums = Array.from({ length: values.length / width }, (_, row) => [...values.subarray(row * width, (row + 1) * width)].reduce((a, b) => a + b, 0));
  return { values: Float64Array.from(values, (value, i) => value / sums[Math.floor(i / width)]!), width };
}

function oneHot(labels: readonly number[], classes: number): BareFeatures {
  return { values: Float32Array.from(labels.flatMap((label) => Array.from({ length: classes }, (_, y) => Number(y === label)))), width: classes };
}

const labels = (count: number, classes: number) => Array.from({ length: count }, (_, i) => i % classes);

/** A classifier of two classes by the sign of the only feature. */
const classifier = {
  name: 'sign', hash: 'ab12', preprocessing: 'none',
  features: (x: tf.Tensor) => tf.reshape(x, [-1, 1]) as tf.Tensor2D,
  probabilities: (features: tf.Tensor2D) => tf.tidy(() => tf.softmax(tf.concat([features, tf.neg(features)], 1)) as tf.Tensor2D),
};

test.each(readFixture<Case[]>('inception-score'))('$rows rows of $classes classes in $splits splits are as in float64', async (given) => {
  const { rows, classes, sharpness, splits, mean, deviation } = given;
  const probabilities = normalized(uniformNumbers(3, rows, classes, (u) => u ** sharpness));
  const { value, interval } = await inceptionScore({ probabilities, splits });
  expect(Math.abs(value / mean - 1)).toBeLessThan(1e-12);
  if (splits > 1) expect(Math.abs((interval!.high - interval!.low) / 2 - deviation)).toBeLessThan(1e-12);
  else expect(interval).toBeUndefined();
});

test('1 where nothing is known of any example, and where all are of one class', async () => {
  const uniform = { values: new Float32Array(40).fill(0.25), width: 4 };
  expect((await inceptionScore({ probabilities: uniform, splits: 2 })).value).toBeCloseTo(1, 12);
  expect((await inceptionScore({ probabilities: oneHot(Array(10).fill(2), 4), splits: 2 })).value).toBeCloseTo(1, 12);
});

test('the number of classes where every example is of one for certain, and all classes are alike', async () => {
  const { value, interval } = await inceptionScore({ probabilities: oneHot(labels(100, 5), 5) });
  expect(value).toBeCloseTo(5, 12);
  expect(interval).toMatchObject({ confidence: 0.68, method: 'one standard deviation of 10 splits' });
  expect(interval!.high - interval!.low).toBeCloseTo(0, 12);
});

test('splits go by the order of the examples, which a seed shuffles', async () => {
  const sorted = oneHot(labels(100, 5).sort(), 5);
  expect((await inceptionScore({ probabilities: sorted, splits: 5 })).value).toBeCloseTo(1, 12);
  const shuffled = (seed: number) => inceptionScore({ probabilities: sorted, splits: 5, seed });
  expect((await shuffled(0)).value).toBeGreaterThan(3);
  expect((await shuffled(0)).value).toBe((await shuffled(0)).value);
  expect((await shuffled(0)).value).not.toBe((await shuffled(1)).value);
});

test('only that of Inception is an inception score, and every score says how it was split', async () => {
  const { values, width } = oneHot(labels(20, 2), 2);
  const by = (name: string): Features => ({ values, width, length: 20, origin: { data: 'samples', extractor: { name }, preprocessing: 'none' } });
  const [inception, other] = [await inceptionScore({ probabilities: by('inception-v3') }), await inceptionScore({ probabilities: by('mnist-classifier') })];
  expect(String(inception)).toBe('inception score 2 [2, 2] (68 %, one standard deviation of 10 splits), plug-in, mean over splits: ' +
    'generated 20 of samples; features inception-v3; preprocessing none; splits 10; order as given; classes 2; higher is better');
  expect(() => inception.compare(other)).toThrow('the metric differs: inception score and classifier score');
  expect(() => other.compare(other)).not.toThrow();
});

test('from features, through the classifier that they are of', async () => {
  const before = tf.memory().numTensors;
  const examples = tf.tensor2d(Array.from({ length: 1200 }, (_, i) => (i % 2 ? 20 : -20)), [1200, 1]);
  const features = await extractFeatures(examples, { extractor: classifier, data: 'signs' });
  const score = await inceptionScore({ features, extractor: classifier, splits: 3 });
  expect(score.value).toBeCloseTo(2, 5);
  expect(score).toMatchObject({ metric: 'classifier score', extractor: { name: 'sign', hash: 'ab12' }, samples: { generated: { data: 'signs', count: 1200 } } });
  await expect(inceptionScore({ features, extractor: classifier, signal: AbortSignal.abort(new Error('enough')) })).rejects.toThrow('enough');
  examples.dispose();
  expect(tf.memory().numTensors).toBe(before);
});

test('refusals say what came', async () => {
  const probabilities = oneHot(labels(20, 2), 2);
  const features: Features = { values: new Float32Array(20), width: 1, length: 20, origin: { extractor: { name: 'pixels' }, preprocessing: 'none' } };
  await expect(inceptionScore({ probabilities, splits: 0 })).rejects.toThrow('splits must be an integer of at least 1, got 0');
  await expect(inceptionScore({ probabilities, splits: 21 })).rejects.toThrow('splits must be at most the number of examples, 20, got 21');
  await expect(inceptionScore({ probabilities, seed: 0.5 })).rejects.toThrow('seed must be');
  await expect(inceptionScore({ probabilities: { values: Float32Array.of(1, 0, 0.5, 0.4), width: 2 }, splits: 1 })).rejects.toThrow('got the sum 0.9');
  await expect(inceptionScore({ probabilities: { values: Float32Array.of(2, -1), width: 2 }, splits: 1 })).rejects.toThrow('must be at least 0');
  await expect(inceptionScore({ features, extractor: classifier })).rejects.toThrow('features must be those of the extractor sign (ab12), got those of pixels');
  const { probabilities: _, ...encoder } = classifier;
  await expect(inceptionScore({ features, extractor: encoder })).rejects.toThrow('extractor must be a classifier, which has probabilities, got sign (ab12)');
});
