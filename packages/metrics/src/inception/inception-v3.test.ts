import { disposeModule, type HostTensor, sha256 } from '@genmodels/core';
import * as tf from '@tensorflow/tfjs-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Extractor } from '../features/extractor.ts';
import { readFixture } from '../testing/read-fixture.ts';
import { inceptionSteps } from './architecture.ts';
import { buildLayers } from './build-layers.ts';
import { inceptionV3 } from './inception-v3.ts';
import { type Layers, runSteps } from './run-steps.ts';
import { takeWeights } from './take-weights.ts';
import { expectClose } from './testing/expect-close.ts';
import { formulaValues } from './testing/formula-values.ts';
import { formulaWeights } from './testing/formula-weights.ts';
import { some } from './testing/some.ts';
import { toSafetensors } from './testing/to-safetensors.ts';

interface Outputs {
  readonly features: number[];
  readonly probabilities: number[];
}

interface Part {
  readonly shape: number[];
  readonly meanAbsolute: number;
  readonly values: number[];
}

const fixture = readFixture<{
  small: Outputs & { parts: Record<string, Part> };
  picture: Outputs;
  weights: { tensors: number; values: number };
}>('inception');

/** Sums of thousands of float32 in another order. */
const tolerance = 2e-5;

const steps = inceptionSteps();
let tensors: Map<string, HostTensor>;
let file: Uint8Array;
let layers: Layers;
let extractor: Extractor;

beforeAll(async () => {
  tensors = formulaWeights(steps);
  file = toSafetensors(tensors);
  layers = await buildLayers(steps, takeWeights(steps, tensors).weights);
  extractor = await inceptionV3({ weights: file });
});

afterAll(() => {
  extractor.dispose?.();
  extractor.dispose?.(); // is harmless
  disposeModule([...layers.values()]);
  expect(tf.memory().numTensors).toBe(0);
});

test('the weights are as many as in the script', () => {
  const values = [...tensors.values()].reduce((sum, tensor) => sum + tensor.values.length, 0);
  expect({ tensors: tensors.size, values }).toEqual(fixture.weights);
});

test('every part of the network gives what PyTorch gives, on pictures of 75 x 75', async () => {
  let x: tf.Tensor4D = tf.tidy(() => tf.sub(tf.mul(pictures('small', 2, 75), 2), 1));
  const parts = partsOf(Object.keys(fixture.small.parts));
  for (const [name, part] of parts) {
    const y = runSteps(part, layers, x);
    x.dispose();
    x = y;
    const values = (await x.data()) as Float32Array;
    const expected = fixture.small.parts[name]!;
    expect(x.shape, name).toEqual(expected.shape);
    expectClose(some(values, 16), expected.values, tolerance);
    const meanAbsolute = values.reduce((sum, value) => sum + Math.abs(value), 0) / values.length;
    expectClose([meanAbsolute], [expected.meanAbsolute], tolerance);
  }
  const features: tf.Tensor2D = tf.mean(x, [1, 2]);
  expectEachClose(some(await features.data(), 128), fixture.small.features);
  const probabilities = extractor.probabilities!(features);
  expectClose(some(await probabilities.data(), 64), fixture.small.probabilities, tolerance);
  tf.dispose([x, features, probabilities]);
});

test('features of a picture of 32 x 32 are those of PyTorch, resizing included', async () => {
  const before = tf.memory().numTensors;
  const picture = pictures('picture', 1, 32);
  const features = extractor.features(picture);
  expect(features.shape).toEqual([1, 2048]);
  expectEachClose(some(await features.data(), 128), fixture.picture.features);
  tf.dispose([picture, features]);
  expect(tf.memory().numTensors).toBe(before);
});

test('it says what it is', async () => {
  const { name, hash, preprocessing } = extractor;
  expect({ name, hash }).toEqual({ name: 'inception-v3', hash: await sha256(file) });
  expect(preprocessing).toMatch(/299 x 299 .*bilinear/);
});

/** The steps that end each part, from where the one before it ended. */
function partsOf(names: readonly string[]) {
  const ends = steps.map((_, index) => index + 1).filter((end) => end === 1 || end === 6 || end > 7);
  return names.map((name, index) => [name, steps.slice(ends[index - 1] ?? 0, ends[index])] as const);
}

function pictures(name: string, count: number, size: number): tf.Tensor4D {
  return tf.tensor4d(formulaValues(name, count * size * size * 3, 0.5, 0.5), [count, size, size, 3]);
}

/** 1e-4 of each, but for what is next to 0: there float32 is off by 1e-3, in PyTorch as well. */
function expectEachClose(got: readonly number[], expected: readonly number[]): void {
  const least = Math.max(...expected) / 1000;
  const errors = expected.map((value, i) => Math.abs(value - got[i]!) / Math.max(value, least));
  expect(got.length).toBe(expected.length);
  expect(Math.max(...errors)).toBeLessThan(1e-4);
}
