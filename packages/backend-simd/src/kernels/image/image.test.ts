import * as tf from '@tensorflow/tfjs-core';
import fc from 'fast-check';
import { beforeAll, expect, test } from 'vitest';
import { difference, runOn } from '../../testing/compare.ts';
import { startSimd } from '../../testing/start.ts';

beforeAll(() => startSimd({ threads: 2 }));

/** Numbers in [-2, 2] in no order. */
const numbers = <R extends tf.Rank>(shape: tf.ShapeMap[R], seed: number): tf.Tensor<R> =>
  tf.tensor<R>(Float32Array.from({ length: tf.util.sizeFromShape(shape) }, (_, i) => Math.sin(i * 12.9898 + seed) * 2), shape);

const run = (kernel: string, inputs: Record<string, tf.Tensor>, attrs: object) => tf.engine().runKernel(kernel, inputs, attrs as tf.NamedAttrMap) as tf.Tensor | tf.Tensor[];

const size = fc.integer({ min: 1, max: 6 });

const transforms = fc.record({
  batch: fc.integer({ min: 1, max: 3 }),
  height: size,
  width: size,
  channels: fc.integer({ min: 1, max: 3 }),
  one: fc.boolean(),
  interpolation: fc.constantFrom('nearest' as const, 'bilinear' as const),
  fillMode: fc.constantFrom('constant' as const, 'reflect' as const, 'wrap' as const, 'nearest' as const),
  outputShape: fc.option(fc.tuple(size, size), { nil: undefined }),
  seed: fc.integer({ min: 0, max: 99 }),
});

// The cpu kernel returns after the first image, and is right for that.
test('transform does to each image of a batch what cpu does to one', async () => {
  await fc.assert(
    fc.asyncProperty(transforms, async ({ batch, height, width, channels, one, interpolation, fillMode, outputShape, seed }) => {
      const operands = () => [numbers<tf.Rank.R4>([batch, height, width, channels], 1), numbers<tf.Rank.R2>([one ? 1 : batch, 8], seed)] as const;
      const transform = (image: tf.Tensor4D, by: tf.Tensor2D) => tf.image.transform(image, by, interpolation, fillMode, 0.5, outputShape);
      const expected = await runOn('cpu', () => {
        const [images, by] = operands();
        return tf.concat(tf.split(images, batch).map((image, i) => transform(image as tf.Tensor4D, tf.slice(by, [one ? 0 : i, 0], [1, 8]))));
      });
      expect(difference(await runOn('simd', () => transform(...operands())), expected)).toBeLessThan(1e-6);
    }),
    { numRuns: 60 },
  );
});

test('transform on stock cpu leaves the second image out', async () => {
  const ops = () => tf.image.transform(tf.ones([2, 2, 2, 1]), [[1, 0, 0, 0, 1, 0, 0, 0]]);
  expect((await runOn('cpu', ops)).values).toEqual([[1, 1, 1, 1, 0, 0, 0, 0]]);
  expect((await runOn('simd', ops)).values).toEqual([[1, 1, 1, 1, 1, 1, 1, 1]]);
});

const windows = fc.record({
  sizes: fc.tuple(fc.integer({ min: 1, max: 3 }), fc.integer({ min: 5, max: 8 }), fc.integer({ min: 5, max: 8 }), fc.integer({ min: 1, max: 3 })),
  filter: fc.tuple(fc.integer({ min: 1, max: 3 }), fc.integer({ min: 1, max: 3 })),
  strides: fc.tuple(fc.integer({ min: 1, max: 3 }), fc.integer({ min: 1, max: 3 })),
  dilations: fc.tuple(fc.integer({ min: 1, max: 2 }), fc.integer({ min: 1, max: 2 })),
  pad: fc.constantFrom('valid' as const, 'same' as const),
});

test('dilation2d and its gradients are those of cpu', async () => {
  await fc.assert(
    fc.asyncProperty(windows, async ({ sizes, filter, ...attrs }) => {
      const ops = () => {
        const inputs = { x: numbers<tf.Rank.R4>(sizes, 1), filter: numbers<tf.Rank.R3>([...filter, sizes[3]], 2) };
        const y = run('Dilation2D', inputs, attrs) as tf.Tensor;
        const gradients = ['Dilation2DBackpropInput', 'Dilation2DBackpropFilter'].map((kernel) => run(kernel, { ...inputs, dy: tf.cos(y) }, attrs) as tf.Tensor);
        return [y, ...gradients];
      };
      expect(difference(await runOn('simd', ops), await runOn('cpu', ops))).toBeLessThan(1e-6);
    }),
    { numRuns: 40 },
  );
});

test('dilation2d knows numbers below those that cpu takes for the least', async () => {
  const ops = () => tf.dilation2d(tf.fill([1, 2, 2, 1], -1e20) as tf.Tensor4D, tf.tensor3d([[[1e18]]]), 1, 'valid');
  expect((await runOn('cpu', ops)).values[0]![0]).toBe(-(2 ** 53));
  expect((await runOn('simd', ops)).values[0]).toEqual(new Array(4).fill(Math.fround(-99e18)));
});

test('maxPoolWithArgmax says where its maxima lie, in whole numbers', async () => {
  await fc.assert(
    fc.asyncProperty(windows, fc.boolean(), async ({ sizes, filter, strides, pad }, includeBatchInIndex) => {
      const ops = () => run('MaxPoolWithArgmax', { x: numbers<tf.Rank.R4>(sizes, 1) }, { filterSize: filter, strides, pad, includeBatchInIndex });
      expect(await runOn('simd', ops)).toEqual(await runOn('cpu', ops));
    }),
    { numRuns: 40 },
  );
  await tf.setBackend('simd');
  const { indexes } = tf.maxPoolWithArgmax(tf.tensor4d([-3, -1, -2, -4], [1, 2, 2, 1]), 2, 1, 'valid');
  expect(indexes!.dataSync()).toEqual(Int32Array.of(1)); // a Float32Array with the cpu kernel on simd
  tf.dispose(indexes!);
});

test.each([0.5, 0.75])('local response normalization and its gradient are those of cpu, beta %f', async (beta) => {
  const ops = () => {
    const attrs = { depthRadius: 2, bias: 1.5, alpha: 0.7, beta };
    const x = numbers<tf.Rank.R4>([2, 3, 2, 7], 1);
    const y = run('LRN', { x }, attrs) as tf.Tensor;
    return [y, run('LRNGrad', { x, y, dy: tf.cos(x) }, attrs) as tf.Tensor];
  };
  expect(difference(await runOn('simd', ops), await runOn('cpu', ops))).toBeLessThan(1e-6);
});

test('images are flipped from left to right', async () => {
  const ops = () => tf.image.flipLeftRight(numbers<tf.Rank.R4>([2, 3, 4, 3], 1));
  expect(await runOn('simd', ops)).toEqual(await runOn('cpu', ops));
});
