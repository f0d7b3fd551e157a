import type * as tf from '@tensorflow/tfjs-core';
import { runKernel } from '../ops/run-kernel.ts';
import { hasFastConvolutionGradients, onTensorFlow } from './backend-traits.ts';
import { convolveBack, convolveFilter } from './convolve.ts';
import { type GradientTable, gradient } from './gradient-table.ts';
import { ownOp } from './own-op.ts';
import { perAxis, type WindowAttributes, type WindowGeometry, windowGeometry } from './window-geometry.ts';

/** tf.conv2d, conv1d, conv2dTranspose. */
export function convolutionGradients(): GradientTable {
  return convolutionFamily(convolution2d());
}

/** tf.conv3d, conv3dTranspose. */
export function convolution3dGradients(): GradientTable {
  return convolutionFamily({
    axes: 3,
    kernels: ['Conv3D', 'Conv3DBackpropInputV2', 'Conv3DBackpropFilterV2'],
    composeInput: convolveBack,
    composeFilter: convolveFilter,
  });
}

export function convolution2d(): ConvolutionKind {
  return {
    axes: 2,
    kernels: ['Conv2D', 'Conv2DBackpropInput', 'Conv2DBackpropFilter'],
    composeInput: convolveBack,
    composeFilter: convolveFilter,
  };
}

/** One kind of convolution: its three kernels, and the latter two composed of ops that every backend has. */
export interface ConvolutionKind {
  readonly axes: 2 | 3;
  readonly kernels: readonly [forward: string, inputGradient: string, filterGradient: string];
  composeInput(dy: tf.Tensor, filter: tf.Tensor, input: readonly number[], geometry: WindowGeometry): tf.Tensor;
  composeFilter(x: tf.Tensor, dy: tf.Tensor, window: readonly number[], geometry: WindowGeometry): tf.Tensor;
}

/** The attributes of the three kernels, of all kinds. */
export interface ConvolutionAttributes extends WindowAttributes {
  readonly dataFormat?: string;
}

/**
 * A convolution y = x * f is linear in x and in f. So the three functions y(x, f), x(y, f) and f(x, y) are each other's
 * gradients, and derivatives of any order stay among them.
 */
export function convolutionFamily(kind: ConvolutionKind): GradientTable {
  const [forward, back, filterBack] = kind.kernels;
  return {
    [forward]: gradient(['x', 'filter'], (dy, [x, filter], attributes: ConvolutionAttributes) => ({
      x: () => inputGradient(kind, dy, filter, x.shape, attributes),
      filter: () => filterGradient(kind, x, dy, filter.shape, attributes),
    })),
    [back]: gradient(['dy', 'filter'], (dx, [y, filter], attributes: ConvolutionAttributes) => ({
      dy: () => convolution(kind, dx, filter, attributes),
      filter: () => filterGradient(kind, dx, y, filter.shape, attributes),
    })),
    [filterBack]: gradient(['x', 'dy'], (df, [x, y], attributes: ConvolutionAttributes) => ({
      x: () => inputGradient(kind, y, df, x.shape, attributes),
      dy: () => convolution(kind, x, df, attributes),
    })),
  };
}

function convolution(
  { axes, kernels }: ConvolutionKind,
  x: tf.Tensor,
  filter: tf.Tensor,
  attributes: ConvolutionAttributes,
): tf.Tensor {
  return runKernel(kernels[0], { x, filter }, { dilations: perAxis(1, axes), ...attributes });
}

/** dL/dx, by the backend's kernel where that is fast. */
export function inputGradient(
  kind: ConvolutionKind,
  dy: tf.Tensor,
  filter: tf.Tensor,
  inputShape: readonly number[],
  attributes: ConvolutionAttributes,
): tf.Tensor {
  if (hasKernelsFor(kind, attributes)) {
    return runKernel(kind.kernels[1], { dy, filter }, { ...attributes, inputShape });
  }
  const input = inputShape.slice(1, -1);
  const geometry = windowGeometry(attributes, input, filter.shape.slice(0, kind.axes), dy.shape.slice(1, -1));
  return ownOp(
    [dy, filter],
    () => kind.composeInput(dy, filter, input, geometry),
    (dx, [y, f]) => [convolution(kind, dx, f, attributes), filterGradient(kind, dx, y, f.shape, attributes)],
  );
}

/** dL/dfilter, likewise. */
export function filterGradient(
  kind: ConvolutionKind,
  x: tf.Tensor,
  dy: tf.Tensor,
  filterShape: readonly number[],
  attributes: ConvolutionAttributes,
): tf.Tensor {
  if (hasKernelsFor(kind, attributes)) {
    return runKernel(kind.kernels[2], { x, dy }, { ...attributes, filterShape });
  }
  const window = filterShape.slice(0, kind.axes);
  const geometry = windowGeometry(attributes, x.shape.slice(1, -1), window, dy.shape.slice(1, -1));
  return ownOp(
    [x, dy],
    () => kind.composeFilter(x, dy, window, geometry),
    (df, [input, y]) => [inputGradient(kind, y, df, input.shape, attributes), convolution(kind, input, df, attributes)],
  );
}

/** Channels-first images always: a backend that convolves them has all the kernels. Dilated filters never: none knows them. */
function hasKernelsFor(kind: ConvolutionKind, { dataFormat, dilations = 1, pad }: ConvolutionAttributes): boolean {
  if (dataFormat === 'NCHW') return true;
  const anyPadding = !onTensorFlow() || pad === 'same' || pad === 'valid';
  return hasFastConvolutionGradients() && anyPadding && perAxis(dilations, kind.axes).every((dilation) => dilation === 1);
}
