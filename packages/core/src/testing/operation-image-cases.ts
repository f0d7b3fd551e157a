import * as tf from '@tensorflow/tfjs-core';
import { batchNorm } from '../ops/batch-norm.ts';
import { conv2dTranspose } from '../ops/conv2d-transpose.ts';
import { runKernel } from '../ops/run-kernel.ts';
import { binary, type OperationCase, unary } from './operation-case.ts';

export function convolutionCases(): OperationCase[] {
  return [
    convolution({ window: 3 }),
    convolution({ window: 3, strides: 2 }),
    convolution({ window: 4, strides: 2 }),
    convolution({ window: 2, strides: 3 }),
    convolution({ window: 3, pad: 'valid' }),
    convolution({ window: 3, strides: 2, pad: 'valid' }), // leaves a column of the image unused
    convolution({ window: 4, strides: 2, pad: 1 }),
    convolution({ window: 3, pad: [sides(0, 0), sides(2, 0), sides(1, 3), sides(0, 0)] }),
    convolution({ window: 3, dilations: 2 }),
    convolution({ window: 2, dilations: 3, pad: 'valid' }),
    convolution({ window: 1 }),
    convolution({ window: 1, strides: 2 }),
    convolution({ window: 1, strides: 2, pad: 'valid' }),
    { ...binary('conv2d channels first', [1, 2, 4, 3], [3, 3, 2, 2], channelsFirst), needs: ['Conv2DBackpropFilter'] },
    binary('conv1d', [2, 5, 2], [3, 2, 2], (x, f) => tf.conv1d(x as tf.Tensor3D, f as tf.Tensor3D, 1, 'same')),
    binary('stock conv2dTranspose', [2, 2, 3, 2], [3, 3, 2, 2], (x, f) =>
      tf.conv2dTranspose(images(x), images(f), [2, 4, 6, 2], 2, 'same'),
    ),
    transposed(4, 2, 'same', [2, 4, 6, 2]),
    transposed(3, 2, 'same', [2, 4, 6, 2]),
    transposed(3, 2, 'same', [2, 3, 5, 2]),
    transposed(3, 1, 'same', [2, 2, 3, 2]),
    transposed(2, 2, 'valid', [2, 4, 6, 2]),
    transposed(4, 2, 1, [2, 4, 6, 2]),
    ...convolution3dCases(),
    ...depthwiseCases(),
    ...backwardKernelCases(),
    {
      ...binary('dilation2d', [1, 4, 3, 2], [2, 2, 2], (x, f) => tf.dilation2d(images(x), volume(tf.mul(f, 0.3)), 1, 'same')),
      wrongOn: ['wasm'],
    },
  ];
}

function convolution3dCases(): OperationCase[] {
  const movie = (x: tf.Tensor) => x as tf.Tensor5D;
  return [
    binary('conv3d', [1, 3, 2, 3, 2], [2, 2, 2, 2, 2], (x, f) => tf.conv3d(movie(x), movie(f), 1, 'same')),
    binary('conv3d strides 2', [1, 4, 3, 4, 1], [3, 2, 2, 1, 2], (x, f) => tf.conv3d(movie(x), movie(f), 2, 'same')),
    binary('conv3d dilations 2', [1, 3, 4, 3, 1], [2, 2, 2, 1, 2], (x, f) =>
      tf.conv3d(movie(x), movie(f), 1, 'valid', 'NDHWC', 2),
    ),
    {
      ...binary('conv3dTranspose', [1, 2, 1, 2, 2], [2, 2, 2, 1, 2], (x, f) =>
        tf.conv3dTranspose(movie(x), movie(f), [1, 4, 2, 4, 1], 2, 'same'),
      ),
      wrongOn: ['wasm'],
    },
  ];
}

function depthwiseCases(): OperationCase[] {
  return [
    depthwise({ window: 3, multiplier: 2 }),
    depthwise({ window: 3, strides: 2, multiplier: 1 }),
    depthwise({ window: 2, dilations: 2, pad: 'valid', multiplier: 2 }),
    {
      name: 'separableConv2d',
      shapes: [[1, 4, 3, 2], [3, 3, 2, 1], [1, 1, 2, 3]], // biome-ignore format: one shape each
      run: (x, depth, point) => tf.separableConv2d(images(x), images(depth), images(point), 1, 'same'),
    },
  ];
}

/** Kernels that only backends with fast ones run, and only within gradients. */
function backwardKernelCases(): OperationCase[] {
  const layout = { strides: 2, dilations: 1, pad: 'same', dataFormat: 'NHWC' };
  const backward = (
    kernel: string,
    a: number[],
    b: number[],
    inputs: readonly [string, string],
    shape: object,
  ): OperationCase => ({
    ...binary(kernel, a, b, (x, y) => runKernel(kernel, { [inputs[0]]: x, [inputs[1]]: y }, { ...layout, ...shape })),
    needs: [kernel],
  });
  return [
    backward('Conv2DBackpropFilter', [1, 4, 4, 2], [1, 2, 2, 2], ['x', 'dy'], { filterShape: [3, 3, 2, 2] }),
    backward('DepthwiseConv2dNativeBackpropInput', [1, 2, 2, 2], [3, 3, 2, 1], ['dy', 'filter'], { inputShape: [1, 4, 4, 2] }),
    backward('DepthwiseConv2dNativeBackpropFilter', [1, 4, 4, 2], [1, 2, 2, 2], ['x', 'dy'], { filterShape: [3, 3, 2, 1] }),
    backward('Conv3DBackpropFilterV2', [1, 2, 2, 2, 1], [1, 2, 2, 2, 1], ['x', 'dy'], {
      strides: [1, 1, 1],
      filterShape: [2, 2, 2, 1, 1],
    }),
  ];
}

export function poolingCases(): OperationCase[] {
  const movie = (x: tf.Tensor) => x as tf.Tensor5D;
  const resizes = [
    { corners: false, centers: false },
    { corners: true, centers: false },
    { corners: false, centers: true },
  ];
  return [
    unary('avgPool', [2, 4, 4, 1], (x) => tf.avgPool(images(x), 2, 2, 'valid')),
    unary('avgPool with padded borders', [1, 4, 5, 2], (x) => tf.avgPool(images(x), 3, 2, 'same')),
    unary('avgPool of stride 1', [1, 4, 3, 2], (x) => tf.avgPool(images(x), [3, 2], 1, 'same')),
    unary('maxPool', [2, 4, 4, 1], (x) => tf.maxPool(images(x), 2, 2, 'valid')),
    unary('maxPool of negative numbers', [1, 4, 4, 2], (x) => tf.maxPool(images(tf.sub(tf.mul(x, 0.5), 3)), 2, 2, 'valid')),
    unary('maxPool with overlaps', [1, 5, 4, 1], (x) => tf.maxPool(images(x), 3, 2, 'same')),
    unary('maxPool, numeric padding', [1, 4, 4, 1], (x) => tf.maxPool(images(x), 3, 1, 1)),
    unary('avgPool3d', [1, 3, 2, 3, 1], (x) => tf.avgPool3d(movie(x), 2, 1, 'same')),
    unary('maxPool3d of positive numbers', [1, 2, 2, 3, 1], (x) => tf.maxPool3d(movie(tf.add(x, 3)), 2, 1, 'same')),
    ...resizes.flatMap(({ corners, centers }) => {
      const kind = corners ? ', aligned corners' : centers ? ', half pixel centers' : '';
      return [
        unary(`resizeBilinear${kind}`, [2, 3, 2, 2], (x) => tf.image.resizeBilinear(images(x), [5, 4], corners, centers)),
        unary(`resizeNearestNeighbor${kind}`, [2, 3, 2, 2], (x) =>
          tf.image.resizeNearestNeighbor(images(x), [5, 4], corners, centers),
        ),
      ];
    }),
    unary('resizeBilinear, smaller', [1, 4, 4, 1], (x) => tf.image.resizeBilinear(images(x), [2, 3])),
  ];
}

export function normalizationCases(): OperationCase[] {
  const row = (x?: tf.Tensor) => x as tf.Tensor1D;
  return [
    {
      name: 'batchNorm',
      shapes: [[2, 2, 2, 3], [3], [3], [3], [3]],
      run: (x, mean, variance, offset, scale) =>
        tf.batchNorm(x!, row(mean), row(tf.add(tf.square(variance!), 0.5)), row(offset), row(scale), 0.01),
    },
    binary('batchNorm without scale and offset', [4, 3], [3], (x, mean) =>
      batchNorm(x, { mean: row(mean), variance: tf.ones([3]) }),
    ),
    unary('localResponseNormalization', [1, 2, 1, 5], (x) => tf.localResponseNormalization(images(x), 1, 1, 0.7, 0.6)),
  ];
}

interface Convolution {
  readonly window: number;
  readonly strides?: number;
  readonly dilations?: number;
  readonly pad?: 'same' | 'valid' | number | tf.backend_util.ExplicitPadding;
}

function convolution({ window, strides = 1, dilations = 1, pad = 'same' }: Convolution): OperationCase {
  const name = `conv2d window ${window} strides ${strides} dilations ${dilations} pad ${pad}`;
  return binary(name, [2, 4, 5, 2], [window, window, 2, 3], (x, filter) =>
    tf.conv2d(images(x), images(filter), strides, pad, 'NHWC', dilations),
  );
}

function channelsFirst(x: tf.Tensor, filter: tf.Tensor): tf.Tensor {
  return tf.conv2d(images(x), images(filter), 1, 'same', 'NCHW');
}

function transposed(
  window: number,
  strides: number,
  pad: 'same' | 'valid' | number,
  output: tf.Tensor4D['shape'],
): OperationCase {
  const name = `conv2dTranspose window ${window} strides ${strides} pad ${pad} to ${output}`;
  return binary(name, [2, 2, 3, 2], [window, window, 2, 2], (x, filter) =>
    conv2dTranspose(images(x), images(filter), output, strides, pad),
  );
}

interface Depthwise extends Convolution {
  readonly pad?: 'same' | 'valid';
  readonly multiplier: number;
}

function depthwise({ window, strides = 1, dilations = 1, pad = 'same', multiplier }: Depthwise): OperationCase {
  const name = `depthwiseConv2d window ${window} strides ${strides} dilations ${dilations}`;
  return binary(name, [1, 4, 5, 2], [window, window, 2, multiplier], (x, filter) =>
    tf.depthwiseConv2d(images(x), images(filter), strides, pad, 'NHWC', dilations),
  );
}

function sides(before: number, after: number): [number, number] {
  return [before, after];
}

function images(x?: tf.Tensor): tf.Tensor4D {
  return x as tf.Tensor4D;
}

function volume(x: tf.Tensor): tf.Tensor3D {
  return x as tf.Tensor3D;
}
