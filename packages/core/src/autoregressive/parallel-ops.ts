import * as tf from '@tensorflow/tfjs-core';
import { type Activation, concatElu, elu, gated, relu, sigmoid, tanh } from '../nn/activations.ts';
import { dropout } from '../nn/dropout.ts';
import { shiftDown, shiftRight } from '../nn/shift.ts';
import { sliceChannels } from '../nn/slice-channels.ts';
import type { Rng } from '../rng.ts';
import type { PixelActivation, PixelOps } from './pixel-ops.ts';

const activations: Readonly<Record<PixelActivation, Activation>> = { relu, elu, tanh, sigmoid, concatElu, gated };

/**
 * All pixels at once: maps are tensors [batch, height, width, channels]. Differentiable. Called inside a tidy. For training it takes
 * an `rng`, which says what dropout drops.
 */
export function parallelOps(rng?: Rng): PixelOps<tf.Tensor4D> {
  let dropouts = 0;
  return {
    apply: (layer, x, activation) => layer.apply(x, activation && activations[activation]),
    activate: (x, activation) => activations[activation](x),
    affine: (x, scale, offset) => tf.add(tf.mul(x, scale), offset),
    add: (a, b) => tf.add(a, b),
    multiply: (a, b) => tf.mul(a, b),
    concat: (parts) => tf.concat([...parts], 3),
    slice: sliceChannels,
    shiftDown,
    shiftRight,
    dropout: (x, rate) => dropout(x, rate, rng?.fork(dropouts++)),
    recur: (layer, gates) => layer.apply(gates),
  };
}
