import * as tf from '@tensorflow/tfjs-core';
import { beforeAll, expect, test } from 'vitest';
import { registerGradients } from '../gradients/register.ts';
import { createRng } from '../rng.ts';
import { Conv2d, type Conv2dOptions } from './conv2d.ts';

type Image = number[][][]; // [height][width][channels]
type Pair = [number, number];

beforeAll(registerGradients);

/** The sum over the window whose upper left cell is at (row * stride - top, column * stride - left); outside is zero. */
function convolve(x: Image, { kernel, bias, strides, dilation }: Conv2d, [top, left]: Pair, [rows, columns]: Pair): Image {
  const [weights, start] = [kernel.arraySync(), bias!.arraySync()];
  const pixel = (row: number, column: number): number[] => start.map((first, filter) => {
    let sum = first;
    weights.forEach((line, i) => line.forEach((inputs, j) => inputs.forEach((filters, c) => {
      const seen = x[row * strides[0] + i * dilation[0] - top]?.[column * strides[1] + j * dilation[1] - left];
      sum += (seen?.[c] ?? 0) * filters[filter]!;
    })));
    return sum;
  });
  return Array.from({ length: rows }, (_, row) => Array.from({ length: columns }, (_, column) => pixel(row, column)));
}

test.each<[string, Partial<Conv2dOptions>, Pair, Pair]>([
  ['same', {}, [1, 1], [5, 6]],
  ['valid', { padding: 'valid' }, [0, 0], [3, 4]],
  ['same, strides 2', { strides: 2 }, [1, 0], [3, 3]],
  ['same, dilation 2', { dilation: 2 }, [2, 2], [5, 6]],
  ['causal', { padding: 'causal' }, [2, 1], [5, 6]],
  ['causal, dilation [2, 1]', { padding: 'causal', dilation: [2, 1] }, [4, 1], [5, 6]],
  ['causal, strides [1, 2]', { padding: 'causal', strides: [1, 2] }, [2, 0], [5, 3]],
  ['explicit', { padding: { top: 2, bottom: 0, left: 0, right: 1 } }, [2, 0], [5, 5]],
  ['a 2 x 3 kernel', { kernelSize: [2, 3], padding: 'valid' }, [0, 0], [4, 4]],
])('%s is the sum over the window', (_, options, corner, size) => {
  const rng = createRng(1);
  const conv = new Conv2d({ inputs: 2, filters: 3, kernelSize: 3, ...options }, rng.fork('conv'));
  conv.bias!.assign(tf.tensor1d([0.1, 0.2, 0.3]));
  const x = rng.normal<tf.Rank.R4>([2, 5, 6, 2]);
  const y = conv.apply(x);
  expect(y.shape).toEqual([2, ...size, 3]);
  const expected = x.arraySync().map((image) => convolve(image, conv, corner, size));
  expect(tf.max(tf.abs(tf.sub(y, tf.tensor(expected)))).dataSync()[0]).toBeLessThan(1e-5);
});

test('a causal output sees no later row', () => {
  const conv = new Conv2d({ inputs: 1, filters: 1, kernelSize: 3, padding: 'causal' }, createRng(2));
  const secondRow = (x: tf.Tensor): tf.Tensor => tf.slice(conv.apply(x as tf.Tensor4D), [0, 1, 0, 0], [1, 1, 4, 1]);
  const slope = tf.grad(secondRow)(tf.ones([1, 4, 4, 1]));
  const byRow = tf.sum(tf.abs(slope), [0, 2, 3]).arraySync() as number[];
  expect(byRow.map((value) => value > 0)).toEqual([true, true, false, false]);
});

test('strides and dilation do not go together', () => {
  const make = () => new Conv2d({ inputs: 1, filters: 1, kernelSize: 3, strides: 2, dilation: [1, 2] }, createRng(0));
  expect(make).toThrow('strides or dilation must be 1, got strides 2 and dilation [1, 2]');
});

test('an image of other channels or integers is refused: kernels do not look', () => {
  const conv = new Conv2d({ inputs: 3, filters: 2, kernelSize: 3 }, createRng(0));
  const message = '[genmodels/invalid-shape] x must be float32 [batch, height, width, 3], got';
  expect(() => conv.apply(tf.zeros([1, 4, 4, 2]))).toThrow(`${message} float32 [1, 4, 4, 2]`);
  expect(() => conv.apply(tf.zeros([1, 4, 4, 3], 'int32'))).toThrow(`${message} int32 [1, 4, 4, 3]`);
});

test('a wrong size names the option', () => {
  const make = () => new Conv2d({ inputs: 1, filters: 1, kernelSize: [3, 0] }, createRng(0));
  expect(make).toThrow('[genmodels/invalid-config] kernelSize (width) must be an integer of at least 1, got 0');
});
