import * as tf from '@tensorflow/tfjs-core';
import { runKernel } from '../ops/run-kernel.ts';
import { sliceChannels } from './slice-channels.ts';

/** Elementwise, keeps the shape. */
export type Activation = <T extends tf.Tensor>(x: T) => T;

export type ActivationName = 'relu' | 'leakyRelu' | 'elu' | 'swish' | 'softplus' | 'tanh' | 'sigmoid';

const byName: Readonly<Record<ActivationName, Activation>> = { relu, leakyRelu, elu, swish, softplus, tanh, sigmoid };

/** For a config: `oneOf(activationNames)`. */
export const activationNames = /* @__PURE__ */ Object.keys(byName) as readonly ActivationName[];

/** The activation that a config names. */
export function activation(name: ActivationName): Activation {
  return byName[name];
}

export function relu<T extends tf.Tensor>(x: T): T {
  return runKernel('Relu', { x });
}

/** max(x, 0.2 x), the slope of DCGAN. */
export function leakyRelu<T extends tf.Tensor>(x: T): T {
  return runKernel('LeakyRelu', { x }, { alpha: 0.2 });
}

/** x above 0, exp(x) - 1 below. Clevert et al. 2016. */
export function elu<T extends tf.Tensor>(x: T): T {
  return runKernel('Elu', { x });
}

/** x sigmoid(x). Ramachandran et al. 2017. */
export function swish<T extends tf.Tensor>(x: T): T {
  return tf.mul(x, sigmoid(x));
}

/** log(1 + exp(x)). */
export function softplus<T extends tf.Tensor>(x: T): T {
  return runKernel('Softplus', { x });
}

export function tanh<T extends tf.Tensor>(x: T): T {
  return runKernel('Tanh', { x });
}

export function sigmoid<T extends tf.Tensor>(x: T): T {
  return runKernel('Sigmoid', { x });
}

/** elu([x, -x]): [..., channels] to [..., 2 * channels]. PixelCNN++ (1701.05517). */
export function concatElu<T extends tf.Tensor>(x: T): T {
  return elu(tf.concat([x, tf.neg(x)], x.rank - 1) as T);
}

/**
 * tanh of the first half of the channels times sigmoid of the second: [..., 2 * channels] to [..., channels]. Gated PixelCNN
 * (1606.05328), eq. 2.
 */
export function gated<T extends tf.Tensor>(x: T): T {
  const half = x.shape.at(-1)! / 2;
  return tf.mul(tanh(sliceChannels(x, 0, half)), sigmoid(sliceChannels(x, half, half)));
}
