import * as tf from '@tensorflow/tfjs-core';
import { boolean, number, object, optional } from '../config.ts';
import type { Optimizer } from './optimizer.ts';

export interface SgdOptions {
  /** @default 0.01 */
  readonly learningRate?: number;
  /** Share of the velocity that stays. @default 0 */
  readonly momentum?: number;
  /** Looks ahead along the velocity (Sutskever et al. 2013). @default false */
  readonly nesterov?: boolean;
}

/** Stochastic gradient descent, with momentum where asked for: velocity = momentum velocity + gradient. */
export function sgd(options: SgdOptions = {}): Optimizer {
  const fields = {
    learningRate: optional(number({ min: 0 }), 1e-2),
    momentum: optional(number({ min: 0, max: 1 }), 0),
    nesterov: optional(boolean(), false),
  };
  const config = object(fields)(options, 'sgd');
  return { config: { kind: 'sgd', ...config }, ...(config.momentum === 0 ? plain : withMomentum(config)) };
}

const plain: Pick<Optimizer, 'slots' | 'update'> = {
  slots: [],
  update: (variable, gradient, _, { learningRate }) => ({ value: tf.sub(variable, tf.mul(gradient, learningRate)), slots: {} }),
};

function withMomentum({ momentum, nesterov }: Required<SgdOptions>): Pick<Optimizer, 'slots' | 'update'> {
  const update: Optimizer['update'] = (variable, gradient, slots, { learningRate }) => {
    const velocity = tf.add(tf.mul(slots['velocity']!, momentum), gradient);
    const direction = nesterov ? tf.add(gradient, tf.mul(velocity, momentum)) : velocity;
    return { value: tf.sub(variable, tf.mul(direction, learningRate)), slots: { velocity } };
  };
  return { slots: ['velocity'], update };
}
