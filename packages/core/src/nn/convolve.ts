import * as tf from '@tensorflow/tfjs-core';
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
  const { image, pad } = typeof padding === 'string' ? { image: x, pad: padding } : surround(x, padding);
  const plain = () => tf.conv2d(image, weights.kernel, [...strides], pad, 'NHWC', [...dilation]);
  const plan = { strides, pad, dilations: dilation, dataFormat: 'NHWC' } as const;
  return runLinear('genmodels:Conv2d', image, weights, plan, plain, activation);
}

/**
 * Most backends convolve and differentiate quickly, or at all, only 'same' and 'valid', so zeros around the image are put there
 * first; our simd backend reads them where they would be.
 */
function surround(x: tf.Tensor4D, padding: ExplicitPadding) {
  if (tf.getBackend() === 'simd') return { image: x, pad: sidesOf(padding) };
  return { image: padImage(x, padding), pad: 'valid' as const };
}
