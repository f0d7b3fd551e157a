import * as tf from '@tensorflow/tfjs-core';
import { expect, test } from 'vitest';
import { createRng } from '../rng.ts';
import { Conv2d } from './conv2d.ts';
import { Conv2dTranspose } from './conv2d-transpose.ts';
import { Dense } from './dense.ts';
import { disposeModule, namedVariables } from './module.ts';
import { WeightNorm } from './weight-norm.ts';

const rng = createRng(4);
const points = tf.add(tf.mul(rng.normal<tf.Rank.R2>([50, 3]), 4), 2) as tf.Tensor2D;
const images = tf.add(tf.mul(rng.normal<tf.Rank.R4>([6, 5, 5, 3]), 4), 2) as tf.Tensor4D;
const dense = () => new Dense({ inputs: 3, units: 4 }, rng.fork('dense'));
const conv = () => new Conv2d({ inputs: 3, filters: 4, kernelSize: 3, strides: 2 }, rng.fork('conv'));
const transpose = () => new Conv2dTranspose({ inputs: 3, filters: 4, kernelSize: 4, strides: 2 }, rng.fork('transpose'));

function expectMoments(y: tf.Tensor, deviation: number): void {
  const { mean, variance } = tf.moments(y, y.shape.slice(0, -1).map((_, axis) => axis));
  mean.dataSync().forEach((value) => expect(value / deviation).toBeCloseTo(0, 4));
  variance.dataSync().forEach((value) => expect(value / deviation ** 2).toBeCloseTo(1, 4));
}

test('initialize gives outputs of mean 0 and variance 1, and returns them', () => {
  const [a, b, c] = [new WeightNorm(dense()), new WeightNorm(conv()), new WeightNorm(transpose())];
  expectMoments(a.initialize(points), 1);
  expectMoments(b.initialize(images), 1);
  expectMoments(c.initialize(images), 1);
  expect(a.initialize(points).dataSync()).toEqual(a.apply(points).dataSync());
});

test('initialScale is their standard deviation', () => {
  expectMoments(new WeightNorm(conv(), { initialScale: 0.1 }).initialize(images), 0.1);
});

test('before that it computes what the layer computes', () => {
  const plain = transpose();
  const normed = new WeightNorm(transpose());
  const gap = tf.max(tf.abs(tf.sub(normed.apply(images), plain.apply(images)))).dataSync()[0];
  expect(gap).toBeLessThan(1e-5);
});

test('the length of the direction does not matter, the gain is the length of the kernel', () => {
  const layer = new WeightNorm(dense());
  const before = layer.apply(points).arraySync() as number[][];
  layer.direction.assign(tf.mul(layer.direction, 5));
  const after = layer.apply(points).arraySync() as number[][];
  after.forEach((row, i) => row.forEach((value, j) => expect(value).toBeCloseTo(before[i]![j]!, 4)));
  layer.gain.assign(tf.tensor1d([1, 2, 3, 4]));
  const lengths = tf.sqrt(tf.sum(tf.square(layer.effectiveKernel()), 0)).dataSync();
  lengths.forEach((value, i) => expect(value).toBeCloseTo(i + 1, 5));
});

const pointwise = () => new Conv2d({ inputs: 2, filters: 3, kernelSize: 1 }, rng.fork('pointwise'));
const small = (scale: number) => tf.add(0.7, tf.mul(scale, rng.normal<tf.Rank.R4>([4, 5, 6, 2]))) as tf.Tensor4D;

/** What a layer gives for the batch that initialises it, its gain and its bias. */
function initialized(x: tf.Tensor4D, initialScale: number) {
  const norm = new WeightNorm(pointwise(), { initialScale });
  const y = norm.initialize(x);
  return { y: [...y.dataSync()], gain: [...norm.gain.dataSync()], bias: [...norm.bias.dataSync()] };
}

test.each<[string, () => tf.Tensor4D, number]>([
  ['zeros', () => tf.zeros([4, 5, 6, 2]), 1],
  ['one number', () => tf.fill([4, 5, 6, 2], 0.7), 0.1],
  ['a large number', () => tf.fill([4, 5, 6, 2], 1e4), 1],
  ['one number, but for rounding', () => small(1e-7), 1],
  ['one pixel', () => tf.fill([1, 1, 1, 2], 0.3), 1],
])('inputs that do not change, %s: outputs are centred, and the gain is initialScale', (_, batch, initialScale) => {
  const { y, gain, bias } = initialized(batch(), initialScale);
  gain.forEach((value) => expect(value).toBeCloseTo(initialScale, 5));
  const largest = Math.max(...bias.map(Math.abs));
  y.forEach((value) => expect(Math.abs(value)).toBeLessThanOrEqual(1e-6 * largest));
});

test('inputs that change by a hundredth are told from those that do not', () => {
  const { y, gain } = initialized(small(0.01), 1);
  gain.forEach((value) => expect(value).toBeGreaterThan(50));
  expect(Math.sqrt(y.reduce((sum, value) => sum + value ** 2, 0) / y.length)).toBeCloseTo(1, 3);
});

test('a unit that does not change is told from one beside it that does', () => {
  const norm = new WeightNorm(new Dense({ inputs: 2, units: 2 }, rng), { initialScale: 0.5 });
  norm.direction.assign(tf.tensor2d([[3, 0], [0, 3]]));
  norm.initialize(tf.tensor2d([[0.7, 3], [0.7, 7]])); // 3 and 7 deviate by 2
  [0.5, 0.25].forEach((value, unit) => expect(norm.gain.dataSync()[unit]).toBeCloseTo(value, 6));
  [-0.35, -1.25].forEach((value, unit) => expect(norm.bias.dataSync()[unit]).toBeCloseTo(value, 6));
});

test('its parameters are direction, gain and bias, and all go with it', () => {
  const before = tf.memory().numTensors;
  const layer = new WeightNorm(conv());
  expect([...namedVariables(layer).keys()]).toEqual(['direction', 'gain', 'bias']);
  disposeModule(layer);
  expect(tf.memory().numTensors).toBe(before);
});

test('a layer without bias is refused', () => {
  expect(() => new WeightNorm(new Dense({ inputs: 3, units: 4, bias: false }, rng))).toThrow('bias must be true');
});
