import * as tf from '@tensorflow/tfjs-core';
import { type Activation, concatElu, elu, gated, relu, sigmoid, tanh } from '../nn/activations.ts';
import { shiftDown, shiftRight } from '../nn/shift.ts';
import { sliceChannels } from '../nn/slice-channels.ts';
import type { PixelActivation, PixelOps } from './pixel-ops.ts';

const activations: Readonly<Record<PixelActivation, Activation>> = { relu, elu, tanh, sigmoid, concatElu, gated };

/** All pixels at once: maps are tensors [batch, height, width, channels]. Differentiable. Called inside a tidy. */
export function parallelOps(): PixelOps<tf.Tensor4D> {
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
    recur: (layer, gates) => layer.apply(gates),
  };
}
