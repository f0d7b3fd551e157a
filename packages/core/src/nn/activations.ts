import * as tf from '@tensorflow/tfjs-core';
import { sliceChannels } from './slice-channels.ts';

/** Elementwise, keeps the shape. */
export type Activation = <T extends tf.Tensor>(x: T) => T;

export type ActivationName = (typeof activationNames)[number];

/** For a config: `oneOf(activationNames)`. */
export const activationNames = ['relu', 'leakyRelu', 'elu', 'swish', 'softplus', 'tanh', 'sigmoid'] as const;

/** The activation that a config names. */
export function activation(name: ActivationName): Activation {
  const byName: Record<ActivationName, Activation> = { relu, leakyRelu, elu, swish, softplus, tanh, sigmoid };
  return byName[name];
}

export function relu<T extends tf.Tensor>(x: T): T {
  return tf.relu(x);
}

/** max(x, 0.2 x), the slope of DCGAN. */
export function leakyRelu<T extends tf.Tensor>(x: T): T {
  return tf.leakyRelu(x, 0.2);
}

/** x above 0, exp(x) - 1 below. Clevert et al. 2016. */
export function elu<T extends tf.Tensor>(x: T): T {
  return tf.elu(x);
}

/** x sigmoid(x). Ramachandran et al. 2017. */
export function swish<T extends tf.Tensor>(x: T): T {
  return tf.mul(x, tf.sigmoid(x));
}

/** log(1 + exp(x)). */
export function softplus<T extends tf.Tensor>(x: T): T {
  return tf.softplus(x);
}

export function tanh<T extends tf.Tensor>(x: T): T {
  return tf.tanh(x);
}

export function sigmoid<T extends tf.Tensor>(x: T): T {
  return tf.sigmoid(x);
}

/** elu([x, -x]): [..., channels] to [..., 2 * channels]. PixelCNN++ (1701.05517). */
export function concatElu<T extends tf.Tensor>(x: T): T {
  return tf.elu(tf.concat([x, tf.neg(x)], x.rank - 1)) as T;
}

/**
 * tanh of the first half of the channels times sigmoid of the second: [..., 2 * channels] to [..., channels]. Gated PixelCNN
 * (1606.05328), eq. 2.
 */
export function gated<T extends tf.Tensor>(x: T): T {
  const half = x.shape.at(-1)! / 2;
  return tf.mul(tf.tanh(sliceChannels(x, 0, half)), tf.sigmoid(sliceChannels(x, half, half)));
}
