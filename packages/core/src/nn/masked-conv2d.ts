import * as tf from '@tensorflow/tfjs-core';
import { check, show } from '../errors.ts';
import type { Rng } from '../rng.ts';
import type { Activation } from './activations.ts';
import { type CausalMask, causalMask, type MaskShape, type MaskType, maskKernelShape } from './causal-mask.ts';
import { checkSizes } from './check-sizes.ts';
import { convolve } from './convolve.ts';
import { glorotNormal, type Initializer, zeros } from './initializers.ts';
import type { ExplicitPadding } from './padding.ts';

export interface MaskedConv2dOptions {
  readonly inputs: number;
  readonly filters: number;
  /** Odd, so that the mask has a centre. */
  readonly kernelSize: number;
  /** 'A' for the first layer, 'B' for all later ones. */
  readonly type: MaskType;
  /** @default 'square' */
  readonly shape?: MaskShape;
  /** Colours that see only those before them; channel c belongs to group c mod `groups`. @default 1 */
  readonly groups?: number;
  /** @default true */
  readonly bias?: boolean;
  /** @default glorotNormal, with the fans that the mask leaves */
  readonly initializer?: Initializer;
}

/**
 * A convolution that sees only what comes before in raster order, and in type B the pixel itself: [batch, height, width, inputs]
 * to [batch, height, width, filters]. `causalMask` draws it. Groups are interleaved, so that they survive halving (gates),
 * concatenation and `concatElu` wherever the channel counts are multiples of `groups`.
 */
export class MaskedConv2d {
  readonly kernel: tf.Variable<tf.Rank.R4>; // [rows, columns, inputs, filters] of `maskKernelShape`
  readonly bias: tf.Variable<tf.Rank.R1> | null; // [filters]
  readonly mask: tf.Tensor4D; // as the kernel, 0 or 1
  readonly padding: ExplicitPadding;

  constructor(options: MaskedConv2dOptions, rng: Rng) {
    const { inputs, filters, kernelSize, type, shape = 'square', groups = 1, bias = true, initializer = glorotNormal } = options;
    checkSizes({ inputs, filters, kernelSize, groups });
    check(
      kernelSize % 2 === 1,
      'invalid-config',
      () => `kernelSize must be odd, so that the mask has a centre, got ${kernelSize}`,
    );
    const description: CausalMask = { type, shape, kernelSize, inputs, filters, groups };
    const kernelShape = maskKernelShape(description);
    const mask = causalMask(description);
    const visible = mask.reduce((sum, value) => sum + value, 0);
    check(
      visible > 0,
      'invalid-config',
      () => `kernelSize must leave something to see in a mask of type ${show(type)}, got ${kernelSize}; take a larger one`,
    );
    this.kernel = initializer<tf.Rank.R4>(kernelShape, { fanIn: visible / filters, fanOut: visible / inputs }, rng);
    this.bias = bias ? zeros<tf.Rank.R1>([filters]) : null;
    this.mask = tf.keep(tf.tensor4d(mask, kernelShape));
    const centre = (kernelSize - 1) / 2;
    this.padding = { top: kernelShape[0] - 1, bottom: 0, left: centre, right: kernelShape[1] - 1 - centre };
  }

  apply(x: tf.Tensor4D, activation?: Activation): tf.Tensor4D {
    const { bias, padding } = this;
    return convolve(x, { kernel: this.effectiveKernel(), bias }, { padding }, activation);
  }

  /** The kernel with zeros where the layer may not look. */
  effectiveKernel(): tf.Tensor4D {
    return tf.mul(this.kernel, this.mask);
  }
}
