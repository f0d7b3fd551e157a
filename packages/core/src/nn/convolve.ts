import * as tf from '@tensorflow/tfjs-core';
import { check } from '../errors.ts';
import { runKernel } from '../ops/run-kernel.ts';
import { describeTensor } from '../shape.ts';
import type { Activation } from './activations.ts';
import { type LinearWeights, runLinear } from './linear-layer.ts';
import { type ExplicitPadding, type Padding, padImage, sidesOf } from './padding.ts';

export interface ConvolutionLayout {
  readonly padding: Exclude<Padding, 'causal'>;
  readonly strides?: readonly [number, number];
  readonly dilation?: readonly [number, number];
}

/** The activation of a convolution and its bias. */
export function convolve(
  x: tf.Tensor4D,
  weights: LinearWeights<tf.Rank.R4>,
  { padding, strides = [1, 1], dilation = [1, 1] }: ConvolutionLayout,
  activation?: Activation,
): tf.Tensor4D {
  checkImages(x, weights.kernel);
  const { image, pad } = typeof padding === 'string' ? { image: x, pad: padding } : surround(x, padding);
  const plan = { strides, pad, dilations: dilation, dataFormat: 'NHWC' } as const;
  const plain = () => runKernel<tf.Tensor4D>('Conv2D', { x: image, filter: weights.kernel }, plan);
  return runLinear('genmodels:Conv2d', image, weights, plan, plain, activation);
}

/** Kernels do not look: they would read beside the image. */
function checkImages(x: tf.Tensor, { shape }: tf.Tensor4D): void {
  check(
    x.dtype === 'float32' && x.rank === 4 && x.shape[3] === shape[2],
    'invalid-shape',
    () => `x must be float32 [batch, height, width, ${shape[2]}], got ${describeTensor(x)}`,
  );
}

/**
 * Most backends convolve and differentiate quickly, or at all, only 'same' and 'valid', so zeros around the image are put there
 * first; our simd backend reads them where they would be.
 */
function surround(x: tf.Tensor4D, padding: ExplicitPadding) {
  if (tf.getBackend() === 'simd') return { image: x, pad: sidesOf(padding) };
  return { image: padImage(x, padding), pad: 'valid' as const };
}
