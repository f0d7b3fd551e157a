import * as tf from '@tensorflow/tfjs-core';
import { number, object, optional } from '../config.ts';
import { type KernelAttributes, type KernelInputs, type KernelOutputs, runAccelerated } from '../kernels.ts';
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
  const update: Optimizer['update'] = (parameter, gradient, slots, { learningRate }) => {
    const tensors = { parameter, gradient, square: slots['square']! };
    const scalars = { rate: learningRate, squareShare: 1 - config.decay, epsilon: config.epsilon };
    const [value, square] = runAccelerated('genmodels:RmsPropStep', tensors, scalars) ?? rmsPropStep(tensors, scalars);
    return { value, slots: { square } };
  };
  return { config: { kind: 'rmsProp', ...config }, slots: ['square'], update };
}

/** The accelerated kernel, made of ops. */
function rmsPropStep(
  { parameter, gradient, square: oldSquare }: KernelInputs<'genmodels:RmsPropStep'>,
  { rate, squareShare, epsilon }: KernelAttributes<'genmodels:RmsPropStep'>,
): KernelOutputs<'genmodels:RmsPropStep'> {
  const square = towards(oldSquare, tf.square(gradient), squareShare);
  const change = tf.div(gradient, tf.add(tf.sqrt(square), epsilon));
  return [tf.sub(parameter, tf.mul(change, rate)), square];
}
