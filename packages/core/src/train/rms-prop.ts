import * as tf from '@tensorflow/tfjs-core';
import { number, object, optional } from '../config.ts';
import type { Optimizer } from './optimizer.ts';
import { towards } from './towards.ts';

export interface RmsPropOptions {
  /** @default 0.001 */
  readonly learningRate?: number;
  /** Decay of the mean of squared gradients. @default 0.9 */
  readonly decay?: number;
  /** Added to the root of that mean. @default 1e-8 */
  readonly epsilon?: number;
}

/** RMSProp (Tieleman and Hinton 2012, lecture 6.5): the gradient over the root of its running mean square. */
export function rmsProp(options: RmsPropOptions = {}): Optimizer {
  const fields = {
    learningRate: optional(number({ min: 0 }), 1e-3),
    decay: optional(number({ min: 0, below: 1 }), 0.9),
    epsilon: optional(number({ min: 0 }), 1e-8),
  };
  const config = object(fields)(options, 'rmsProp');
  const update: Optimizer['update'] = (variable, gradient, slots, { learningRate }) => {
    const square = towards(slots['square']!, tf.square(gradient), 1 - config.decay);
    const change = tf.div(gradient, tf.add(tf.sqrt(square), config.epsilon));
    return { value: tf.sub(variable, tf.mul(change, learningRate)), slots: { square } };
  };
  return { config: { kind: 'rmsProp', ...config }, slots: ['square'], update };
}
