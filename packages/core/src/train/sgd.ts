import * as tf from '@tensorflow/tfjs-core';
import { boolean, type ConfigOf, number, object, optional } from '../config.ts';
import type { Optimizer } from './optimizer.ts';

const sgdFields = {
  learningRate: optional(number({ min: 0 }), 1e-2),
  momentum: optional(number({ min: 0, max: 1 }), 0),
  /** Looks ahead along the velocity (Sutskever et al. 2013). */
  nesterov: optional(boolean(), false),
};

export type SgdOptions = Partial<ConfigOf<typeof sgdFields>>;

/** Stochastic gradient descent, with momentum where asked for: velocity = momentum velocity + gradient. */
export function sgd(options: SgdOptions = {}): Optimizer {
  const config = object(sgdFields)(options, 'sgd');
  return { config: { kind: 'sgd', ...config }, ...(config.momentum === 0 ? plain : withMomentum(config)) };
}

const plain: Pick<Optimizer, 'slots' | 'update'> = {
  slots: [],
  update: (variable, gradient, _, { learningRate }) => ({ value: tf.sub(variable, tf.mul(gradient, learningRate)), slots: {} }),
};

function withMomentum({ momentum, nesterov }: ConfigOf<typeof sgdFields>): Pick<Optimizer, 'slots' | 'update'> {
  const update: Optimizer['update'] = (variable, gradient, slots, { learningRate }) => {
    const velocity = tf.add(tf.mul(slots['velocity']!, momentum), gradient);
    const direction = nesterov ? tf.add(gradient, tf.mul(velocity, momentum)) : velocity;
    return { value: tf.sub(variable, tf.mul(direction, learningRate)), slots: { velocity } };
  };
  return { slots: ['velocity'], update };
}
