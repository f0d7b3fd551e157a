import { createRng } from '@genmodels/core';
import { type Dataset, digits } from '@genmodels/datasets';
import * as tf from '@tensorflow/tfjs-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { ClassifierExtractor } from './extractors/classifier-extractor.ts';
import { mnistClassifier } from './extractors/mnist-classifier.ts';
import { extractFeatures } from './features/extract-features.ts';
import type { Features } from './features/features.ts';
import { frechetDistance } from './frechet/frechet-distance.ts';
import { kernelDistance } from './kernel-distance/kernel-distance.ts';
import { densityCoverage } from './neighbors/density-coverage.ts';
import { precisionRecall } from './neighbors/precision-recall.ts';

// What every score must do to be worth its name (after Heusel et al. 2017, figure 3; Kynkäänniemi et al. 2019, section 3.1).
const count = 300;
let extractor: ClassifierExtractor;
let reference: Features;
let others: Dataset;
let x: tf.Tensor4D;

beforeAll(async () => {
  extractor = await mnistClassifier();
  reference = await extractFeatures(digits({ count, seed: 1 }), { extractor });
  others = digits({ count, seed: 2 });
  x = others.images([...Array(count).keys()]);
});

afterAll(() => {
  x.dispose();
  extractor.dispose();
});

/** The features of the pictures after a change. */
async function changed(change: (pictures: tf.Tensor4D) => tf.Tensor): Promise<Features> {
  const pictures = tf.tidy(() => tf.clipByValue(change(x), 0, 1));
  try {
    return await extractFeatures(pictures, { extractor });
  } finally {
    pictures.dispose();
  }
}

function noise(level: number): Promise<Features> {
  return changed((pictures) => tf.add(pictures, tf.mul(createRng(3).normal(pictures.shape), level)));
}

/** A mean over neighbors, so often. */
function blur(times: number): Promise<Features> {
  return changed((pictures) => Array.from({ length: times }).reduce<tf.Tensor4D>((h) => tf.avgPool(h, 3, 1, 'same'), pictures));
}

/** So many pairs of 7x7 patches change places: the strokes stay, what they show is lost. */
function swaps(pairs: number): Promise<Features> {
  const order = [...Array(16).keys()];
  for (let i = 0; i < pairs; i++) [order[i], order[15 - i]] = [order[15 - i]!, order[i]!];
  return changed((pictures) => {
    const patches = tf.reshape(tf.transpose(tf.reshape(pictures, [count, 4, 7, 4, 7]), [0, 1, 3, 2, 4]), [count, 16, 49]);
    const swapped = tf.reshape(tf.gather(patches, order, 1), [count, 4, 4, 7, 7]);
    return tf.reshape(tf.transpose(swapped, [0, 1, 3, 2, 4]), [count, 28, 28, 1]);
  });
}

/** Only the classes below a number, each as often as it takes. */
function classesBelow(bound: number): Promise<Features> {
  const wanted = [...others.labels!.keys()].filter((i) => others.labels![i]! < bound);
  return changed((pictures) => tf.gather(pictures, Array.from({ length: count }, (_, i) => wanted[i % wanted.length]!)));
}

async function distancesOf(generated: Features) {
  const sets = { reference, generated };
  return { frechet: (await frechetDistance(sets)).value, kernel: (await kernelDistance(sets)).value };
}

function rising(values: readonly number[]): void {
  expect(values).toEqual([...values].sort((a, b) => a - b));
  expect(new Set(values).size).toBe(values.length);
}

test('a set has no distance from itself, and hardly one from another of its kind', async () => {
  const [itself, alike, far] = [await distancesOf(reference), await distancesOf(await noise(0)), await distancesOf(await noise(0.4))];
  expect(Math.abs(itself.frechet)).toBeLessThan(1e-6 * far.frechet);
  expect(itself.kernel).toBeLessThan(0); // unbiased: nearer than two sets of one kind can be expected to be
  expect(alike.frechet).toBeLessThan(0.1 * far.frechet);
  expect(Math.abs(alike.kernel)).toBeLessThan(0.01 * far.kernel);
});

describe.each<[string, (level: number) => Promise<Features>, readonly number[]]>([
  ['noise', noise, [0, 0.05, 0.1, 0.2, 0.4, 0.8]],
  ['blur', blur, [0, 1, 2, 4, 8]],
  ['swaps', swaps, [0, 2, 4, 6, 8]],
  ['dropped classes', (dropped) => classesBelow(10 - dropped), [0, 2, 5, 8]],
])('under %s', (_, spoil, levels) => {
  test('distances grow', async () => {
    const distances = await Promise.all(levels.map(async (level) => distancesOf(await spoil(level))));
    rising(distances.map(({ frechet }) => frechet));
    rising(distances.map(({ kernel }) => kernel));
  });
});

test('precision falls as noise grows; recall falls as classes are dropped, and precision does not', async () => {
  const noisy = await Promise.all([0.1, 0.2, 0.4].map(async (level) => precisionRecall({ reference, generated: await noise(level) })));
  rising(noisy.map(({ precision }) => -precision.value));
  const dropped = await Promise.all([0, 3, 6].map(async (classes) => precisionRecall({ reference, generated: await classesBelow(10 - classes) })));
  rising(dropped.map(({ recall }) => -recall.value));
  expect(Math.min(...dropped.map(({ precision }) => precision.value))).toBeGreaterThan(0.8);
});

test('density falls as noise grows, coverage as classes are dropped', async () => {
  const noisy = await Promise.all([0.1, 0.2, 0.4].map(async (level) => densityCoverage({ reference, generated: await noise(level) })));
  rising(noisy.map(({ density }) => -density.value));
  const dropped = await Promise.all([0, 3, 6].map(async (classes) => densityCoverage({ reference, generated: await classesBelow(10 - classes) })));
  rising(dropped.map(({ coverage }) => -coverage.value));
});
