import * as tf from '@tensorflow/tfjs-core';
import fc from 'fast-check';
import { beforeAll, expect, test } from 'vitest';
import { difference, runOn, runOnThreads } from '../../testing/compare.ts';
import { type Example, infoOf, numbers, result, run } from '../../testing/convolution-example.ts';
import { naiveFilterGradient, naiveForward, naiveInputGradient } from '../../testing/naive-convolution.ts';
import { startSimd } from '../../testing/start.ts';
import { forwardSizes } from './sizes.ts';
import { transforms } from './winograd.ts';

/** Rounding: sums of two hundred products. */
const CLOSE = 2e-6;

beforeAll(() => startSimd({ threads: 1 }));

const tensor = (shape: number[], seed: number) => tf.tensor(numbers(shape, seed), shape);
const attributes = (pad: Example['attributes']['pad']) => ({ strides: 1, dilations: 1, pad, dataFormat: 'NHWC' }) as const;

async function expectNaive({ xShape, filterShape, attributes, seed }: Example): Promise<void> {
  const info = infoOf({ layout: 'dense', xShape, filterShape, attributes, seed });
  expect(transforms(forwardSizes('dense', info))).toBe(true);
  const shapes = [xShape, filterShape, info.outShape];
  const [x, filter, dy] = shapes.map((shape, i) => numbers(shape, seed + i));
  const { values } = await runOn('simd', () => {
    const [x, filter, dy] = shapes.map((shape, i) => tensor(shape, seed + i)) as [tf.Tensor, tf.Tensor, tf.Tensor];
    const inputGradient = run('Conv2DBackpropInput', { dy, filter }, { ...attributes, inputShape: xShape });
    const filterGradient = run('Conv2DBackpropFilter', { x, dy }, { ...attributes, filterShape });
    return [run('Conv2D', { x, filter }, attributes), inputGradient, filterGradient];
  });
  const close = (shape: number[], actual: number[], expected: number[]) =>
    expect(difference(result(shape, actual), result(shape, expected))).toBeLessThan(CLOSE);
  close(info.outShape, values[0]!, naiveForward(info, x!, filter!, false));
  close(xShape, values[1]!, naiveInputGradient(info, dy!, filter!, false));
  close(filterShape, values[2]!, naiveFilterGradient(info, x!, dy!, false));
}

test.each<[string, number[], number, Example['attributes']['pad']]>([
  ['even sides', [2, 6, 4, 20], 24, 'same'],
  ['odd sides', [3, 7, 9, 16], 16, 'same'],
  ['odd sides without padding', [2, 7, 5, 16], 16, 'valid'],
  ['even sides without padding, read where they lie', [2, 6, 8, 16], 16, 'valid'],
  ['one pixel', [1, 1, 1, 16], 32, 'same'],
  ['more padding than image', [1, 3, 2, 16], 16, [[0, 0], [3, 2], [1, 4], [0, 0]]],
  ['more windows than are transformed at once', [1, 17, 16, 16], 16, 'same'],
  ['channels in parts of their own', [2, 5, 4, 100], 152, 'same'],
])('%s: the convolution and its gradients are what the definition says', async (_, xShape, channels, pad) => {
  await expectNaive({ layout: 'dense', xShape, filterShape: [3, 3, xShape[3]!, channels], attributes: attributes(pad), seed: 5 });
});

test('so they are for any shape and padding', async () => {
  const side = fc.integer({ min: 1, max: 7 });
  const border = fc.tuple(fc.integer({ min: 1, max: 3 }), fc.integer({ min: 1, max: 3 }));
  const shapes = fc.record({
    batch: fc.integer({ min: 1, max: 3 }),
    sides: fc.tuple(side, side),
    depth: fc.constantFrom(16, 20, 24, 28),
    channels: fc.constantFrom(16, 24),
    borders: fc.tuple(border, border),
    seed: fc.nat(),
  });
  const law = fc.asyncProperty(shapes, ({ batch, sides, depth, channels, borders, seed }) => {
    const pad: Example['attributes']['pad'] = [[0, 0], ...borders, [0, 0]];
    const filterShape = [3, 3, depth, channels];
    return expectNaive({ layout: 'dense', xShape: [batch, ...sides, depth], filterShape, attributes: attributes(pad), seed });
  });
  await fc.assert(law, { numRuns: 30, seed: 2 });
});

test('a filter gradient of thousands of pixels is rounded as well as without transformation', async () => {
  const shape = [4, 28, 28, 16];
  const info = infoOf({ layout: 'dense', xShape: shape, filterShape: [3, 3, 16, 16], attributes: attributes('same'), seed: 0 });
  const exact = naiveFilterGradient(info, numbers(shape, 1), numbers(shape, 2), false);
  const gradients = await runOn('simd', () => {
    const [x, dy] = [tensor(shape, 1) as tf.Tensor4D, tensor(shape, 2) as tf.Tensor4D];
    const gradient = (x: tf.Tensor) => run('Conv2DBackpropFilter', { x, dy }, { ...attributes('same'), filterShape: [3, 3, x.shape[3]!, 16] });
    const fewChannels = [0, 8].map((first) => gradient(tf.slice(x, [0, 0, 0, first], [-1, -1, -1, 8])));
    return [gradient(x), tf.concat(fewChannels, 2)];
  });
  const error = (values: number[]) => Math.hypot(...values.map((value, i) => value - exact[i]!)) / Math.hypot(...exact);
  const [transformed, direct] = gradients.values.map(error);
  expect(transformed).toBeLessThan(1.1 * direct!);
  expect(transformed).toBeGreaterThan(0);
});

const x = (batch: number) => tf.slice(tensor([9, 11, 13, 16], 1), 0, [batch, 11, 13, 16]) as tf.Tensor4D;
const filter = () => tensor([3, 3, 16, 24], 2) as tf.Tensor4D;

test('the filter gradient does not depend on the threads', async () => {
  const gradient = (xShape: number[], channels: number) => {
    const inputs = { x: tensor(xShape, 1), dy: tensor([...xShape.slice(0, 3), channels], 2) };
    return run('Conv2DBackpropFilter', inputs, { ...attributes('same'), filterShape: [3, 3, xShape[3]!, channels] });
  };
  const [one, ...others] = await runOnThreads(() => [gradient([9, 11, 13, 16], 24), gradient([2, 30, 30, 32], 32), gradient([1, 7, 7, 128], 128)]);
  for (const other of others) expect(other).toEqual(one);
  await startSimd({ threads: 1 });
});

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
