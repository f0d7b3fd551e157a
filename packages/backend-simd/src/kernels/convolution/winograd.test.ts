import * as tf from '@tensorflow/tfjs-core';
import { beforeAll, expect, test } from 'vitest';
import { difference, runOn, runOnThreads } from '../../testing/compare.ts';
import { type Example, infoOf, numbers, result, run } from '../../testing/convolution-example.ts';
import { naiveForward, naiveInputGradient } from '../../testing/naive-convolution.ts';
import { startSimd } from '../../testing/start.ts';
import { forwardSizes } from './sizes.ts';
import { transforms } from './winograd.ts';

/** Rounding: sums of two hundred products. */
const CLOSE = 2e-6;

beforeAll(() => startSimd({ threads: 1 }));

const tensor = (shape: number[], seed: number) => tf.tensor(numbers(shape, seed), shape);
const attributes = (pad: Example['attributes']['pad']) => ({ strides: 1, dilations: 1, pad, dataFormat: 'NHWC' }) as const;

test.each<[string, number[], number, Example['attributes']['pad']]>([
  ['even sides', [2, 6, 4, 20], 24, 'same'],
  ['odd sides', [3, 7, 9, 16], 16, 'same'],
  ['odd sides without padding', [2, 7, 5, 16], 16, 'valid'],
  ['even sides without padding, read where they lie', [2, 6, 8, 16], 16, 'valid'],
  ['one pixel', [1, 1, 1, 16], 32, 'same'],
  ['more padding than image', [1, 3, 2, 16], 16, [[0, 0], [3, 2], [1, 4], [0, 0]]],
  ['more windows than are transformed at once', [1, 17, 16, 16], 16, 'same'],
])('%s: the convolution and its input gradient are what the definition says', async (_, xShape, channels, pad) => {
  const example: Example = { layout: 'dense', xShape, filterShape: [3, 3, xShape[3]!, channels], attributes: attributes(pad), seed: 5 };
  const info = infoOf(example);
  expect(transforms(forwardSizes('dense', info))).toBe(true);
  const shapes = [xShape, example.filterShape, info.outShape];
  const [x, filter, dy] = shapes.map((shape, i) => numbers(shape, i));
  const { values } = await runOn('simd', () => {
    const [x, filter, dy] = shapes.map(tensor) as [tf.Tensor, tf.Tensor, tf.Tensor];
    const inputGradient = run('Conv2DBackpropInput', { dy, filter }, { ...example.attributes, inputShape: xShape });
    return [run('Conv2D', { x, filter }, example.attributes), inputGradient];
  });
  const forward = result(info.outShape, naiveForward(info, x!, filter!, false));
  const inputGradient = result(xShape, naiveInputGradient(info, dy!, filter!, false));
  expect(difference(result(info.outShape, values[0]!), forward)).toBeLessThan(CLOSE);
  expect(difference(result(xShape, values[1]!), inputGradient)).toBeLessThan(CLOSE);
});

const x = (batch: number) => tf.slice(tensor([9, 11, 13, 16], 1), 0, [batch, 11, 13, 16]) as tf.Tensor4D;
const filter = () => tensor([3, 3, 16, 24], 2) as tf.Tensor4D;

test('depends neither on the threads nor on the batch', async () => {
  const [one, ...others] = await runOnThreads(() => tf.conv2d(x(9), filter(), 1, 'same'));
  for (const other of others) expect(other).toEqual(one);
  await startSimd({ threads: 1 });
  const alone = await runOn('simd', () => tf.conv2d(x(1), filter(), 1, 'same'));
  expect(alone.values[0]).toEqual(one!.values[0]!.slice(0, 11 * 13 * 24));
});

test('bias and activation are those of ops of their own', async () => {
  const bias = () => tensor([24], 3) as tf.Tensor1D;
  const fused = () => tf.fused.conv2d({ x: x(2), filter: filter(), strides: 1, pad: 'same', bias: bias(), activation: 'relu6' });
  const apart = () => tf.relu6(tf.add(tf.conv2d(x(2), filter(), 1, 'same'), bias()));
  expect(await runOn('simd', fused)).toEqual(await runOn('simd', apart));
});

test('a pixel reaches only the outputs whose filter lies over it', async () => {
  const mark = () => tf.reshape(tf.oneHot(tf.scalar(4 * 13 + 7, 'int32'), 11 * 13), [1, 11, 13, 1]);
  const poisoned = await runOn('simd', () => tf.isNaN(tf.conv2d(tf.where(tf.equal(mark(), 1), NaN, x(1)) as tf.Tensor4D, filter(), 1, 'same')));
  const around = poisoned.values[0]!.flatMap((isNan, index) => (isNan && index % 24 === 0 ? [index / 24] : []));
  expect(around).toEqual([3, 4, 5].flatMap((row) => [6, 7, 8].map((column) => row * 13 + column)));
});

test('a masked filter leaves its zero taps out', async () => {
  const mask = () => tf.tensor4d([1, 1, 1, 1, 1, 0, 0, 0, 0], [3, 3, 1, 1]);
  const masked = () => tf.conv2d(x(1), tf.mul(filter(), mask()), 1, 'same');
  expect(difference(await runOn('simd', masked), await runOn('cpu', masked))).toBeLessThan(CLOSE);
});
