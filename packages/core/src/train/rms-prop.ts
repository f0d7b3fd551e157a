import * as tf from '@tensorflow/tfjs-core';
import { type ConfigOf, number, object, optional } from '../config.ts';
import type { Optimizer } from './optimizer.ts';
import { towards } from './towards.ts';

const rmsPropFields = {
  learningRate: optional(number({ min: 0 }), 1e-3),
  /** Weight of the past in the running mean of squared gradients. */
  decay: optional(number({ min: 0, max: 1 }), 0.9),
  epsilon: optional(number({ min: 0 }), 1e-8),
};

export type RmsPropOptions = Partial<ConfigOf<typeof rmsPropFields>>;

/** RMSProp (Tieleman and Hinton 2012, lecture 6.5): the gradient over the root of its running mean square. */
export function rmsProp(options: RmsPropOptions = {}): Optimizer {
  const config = object(rmsPropFields)(options, 'rmsProp');
  const update: Optimizer['update'] = (variable, gradient, slots, { learningRate }) => {
    const square = towards(slots['square']!, tf.square(gradient), 1 - config.decay);
    const change = tf.div(gradient, tf.add(tf.sqrt(square), config.epsilon));
    return { value: tf.sub(variable, tf.mul(change, learningRate)), slots: { square } };
  };
  return { config: { kind: 'rmsProp', ...config }, slots: ['square'], update };
}
