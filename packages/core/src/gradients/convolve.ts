import * as tf from '@tensorflow/tfjs-core';
import { runKernel } from '../ops/run-kernel.ts';
import { transpose } from '../ops/transpose.ts';
import { matrixProduct } from './matmul.ts';
import { positions, product, resized } from './sizes.ts';
import type { WindowGeometry } from './window-geometry.ts';

// The two gradients of a convolution, as forward convolutions again: they run on every backend, at the speed of its best kernel.
// Written for two and three spatial axes. Images are [batch, ...input, inputs] and [batch, ...output, outputs], filters
// [...window, inputs, outputs].

/**
 * dL/dx, which is also the transposed convolution: [batch, ...output, outputs] to [batch, ...input, inputs].
 *
 * Position u of the padded input is u = q * stride + phase. All its terms come from the cells of the filter with the same phase,
 * so one convolution of stride 1 with a channel for each phase gives them all, and no zeros are inserted (Shi et al., "Is the
 * deconvolution layer the same as a convolutional layer?", 2016).
 */
export function convolveBack(
  dy: tf.Tensor,
  filter: tf.Tensor,
  input: readonly number[],
  { strides, dilations, before }: WindowGeometry,
): tf.Tensor {
  const phases = splitPhases(filter, strides);
  const first = before.map((size, i) => Math.floor(size / strides[i]!)); // q of the first input
  const paddings = input.map((size, i): Sides => {
    const reach = (phases.shape[i]! - 1) * dilations[i]!;
    const front = reach - first[i]!;
    const count = Math.ceil((before[i]! + size) / strides[i]!) - first[i]!;
    return [front, count + reach - front - dy.shape[i + 1]!];
  });
  const ones = input.map(() => 1);
  const joined = joinPhases(convolve(dy, phases, { strides: ones, dilations, paddings }), strides);
  const start = before.map((size, i) => size - first[i]! * strides[i]!);
  return crop(
    joined,
    start.map((front, i): Sides => [front, joined.shape[i + 1]! - front - input[i]!]),
  );
}

/**
 * dL/dfilter. With batch and channels exchanged, x is convolved with dy as its filter; the stride spreads dy out, as a dilation
 * does, and the dilation makes steps over x, as a stride does.
 */
export function convolveFilter(
  x: tf.Tensor,
  dy: tf.Tensor,
  window: readonly number[],
  { strides, dilations, before }: WindowGeometry,
): tf.Tensor {
  const [batch, ...input] = x.shape.slice(0, -1);
  const output = dy.shape.slice(1, -1);
  const [inputs, outputs] = [x.shape.at(-1)!, dy.shape.at(-1)!];
  const pointwise = input.every((size, i) => window[i] === 1 && strides[i] === 1 && before[i] === 0 && size === output[i]);
  if (pointwise) return pointwiseFilter(x, dy, window);
  const images = transpose(tf.reshape(x, [batch!, -1, inputs]), [2, 1, 0]);
  const filter = transpose(tf.reshape(dy, [batch!, -1, outputs]), [1, 0, 2]);
  const paddings = input.map((size, i): Sides => {
    const covered = (output[i]! - 1) * strides[i]! + (window[i]! - 1) * dilations[i]! + 1;
    return [before[i]!, covered - size - before[i]!];
  });
  const cells = convolve(
    tf.reshape(images, [inputs, ...input, batch!]),
    tf.reshape(filter, [...output, batch!, outputs]),
    { strides: dilations, dilations: strides, paddings }, // exchanged
  );
  return tf.reshape(transpose(tf.reshape(cells, [inputs, -1, outputs]), [1, 0, 2]), [...window, inputs, outputs]);
}

/** A window of one pixel is one matrix for all pixels. */
function pointwiseFilter(x: tf.Tensor, dy: tf.Tensor, window: readonly number[]): tf.Tensor {
  const [inputs, outputs] = [x.shape.at(-1)!, dy.shape.at(-1)!];
  const matrix = matrixProduct(tf.reshape(x, [-1, inputs]), tf.reshape(dy, [-1, outputs]), true, false);
  return tf.reshape(matrix, [...window, inputs, outputs]);
}

/** Before and behind; negative sides are cut off. */
type Sides = readonly [before: number, after: number];

interface Layout {
  readonly strides: readonly number[];
  readonly dilations: readonly number[];
  readonly paddings: readonly Sides[];
}

function convolve(x: tf.Tensor, filter: tf.Tensor, { strides, dilations, paddings }: Layout): tf.Tensor {
  const inside = crop(
    x,
    paddings.map(([before, after]): Sides => [Math.max(0, -before), Math.max(0, -after)]),
  );
  const around = paddings.map(([before, after]): [number, number] => [Math.max(0, before), Math.max(0, after)]);
  const pad: [number, number][] = [[0, 0], ...around, [0, 0]];
  if (strides.length === 2) return runKernel('Conv2D', { x: inside, filter }, { strides, dilations, pad, dataFormat: 'NHWC' });
  return runKernel('Conv3D', { x: tf.pad(inside, pad), filter }, { strides, dilations, pad: 'valid', dataFormat: 'NDHWC' });
}

/** Width and channels are cut as one axis: tfjs copies one innermost run at a time, and channels may be few. */
function crop(x: tf.Tensor, cuts: readonly Sides[]): tf.Tensor {
  if (cuts.every(([before, after]) => before === 0 && after === 0)) return x;
  const channels = x.shape.at(-1)!;
  const [rows, columns] = [x.shape.slice(0, -2), x.shape.at(-2)!];
  const begin = [0, ...cuts.map(([before]) => before)];
  const size = [x.shape[0]!, ...cuts.map(([before, after], i) => x.shape[i + 1]! - before - after)];
  const widen = (sizes: number[]) => [...sizes.slice(0, -1), sizes.at(-1)! * channels];
  return tf.reshape(tf.slice(tf.reshape(x, [...rows, columns * channels]), widen(begin), widen(size)), [...size, channels]);
}

/** [...window, inputs, outputs] to [...taps, outputs, phases * inputs], turned around, for a convolution of stride 1. */
function splitPhases(filter: tf.Tensor, strides: readonly number[]): tf.Tensor {
  const window = filter.shape.slice(0, -2);
  const [inputs, outputs] = filter.shape.slice(-2) as [number, number];
  const taps = window.map((size, i) => Math.ceil(size / strides[i]!));
  const sorted = matrixProduct(phaseOrder(window, taps, strides), tf.reshape(filter, [product(window), -1]), false, false);
  const turned = transpose(tf.reshape(sorted, [product(taps), product(strides) * inputs, outputs]), [0, 2, 1]);
  return tf.reshape(turned, [...taps, outputs, -1]);
}

/** [taps * phases, window]: which cell of the window goes where. A product with it is the cheapest way to sort, and pads, too. */
function phaseOrder(window: readonly number[], taps: readonly number[], strides: readonly number[]): tf.Tensor {
  const cells = product(window);
  const order = new Float32Array(product(taps) * product(strides) * cells);
  positions([...taps, ...strides]).forEach((at, row) => {
    const cell = window.map((_, i) => (taps[i]! - 1 - at[i]!) * strides[i]! + at[window.length + i]!);
    if (cell.some((place, i) => place >= window[i]!)) return; // the filter ends before its last phase
    order[row * cells + cell.reduce((index, place, i) => index * window[i]! + place, 0)] = 1;
  });
  return tf.tensor(order, [order.length / cells, cells]);
}

/** [batch, ...q, phases * inputs] to [batch, ...(q * stride), inputs], one axis after the other, so that the rank stays 4. */
function joinPhases(x: tf.Tensor, strides: readonly number[]): tf.Tensor {
  return strides.reduce((joined, stride, i) => {
    if (stride === 1) return joined;
    const shape = joined.shape.slice(0, -1);
    const rest = joined.shape.at(-1)! / stride;
    const split = tf.reshape(joined, [product(shape.slice(0, i + 2)), product(shape.slice(i + 2)), stride, rest]);
    return tf.reshape(transpose(split, [0, 2, 1, 3]), [...resized(shape, i + 1, shape[i + 1]! * stride), rest]);
  }, x);
}
