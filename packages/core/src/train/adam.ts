import * as tf from '@tensorflow/tfjs-core';
import { number, object, optional } from '../config.ts';
import { type KernelAttributes, type KernelInputs, type KernelOutputs, runAccelerated } from '../kernels.ts';
import type { Optimizer, Slots, Update, UpdateStep } from './optimizer.ts';
import { towards } from './towards.ts';

export interface AdamOptions {
  /** @default 0.001 */
  readonly learningRate?: number;
  /** Decay of the mean of the gradients. @default 0.9 */
  readonly beta1?: number;
  /** Decay of the mean of their squares. @default 0.999 */
  readonly beta2?: number;
  /** Added to the root of that mean. @default 1e-8 */
  readonly epsilon?: number;
}

export interface AdamWOptions extends AdamOptions {
  /** Share of a weight that a step of learning rate 1 takes away. @default 0.01 */
  readonly weightDecay?: number;
}

/** Adam (Kingma and Ba 2015, algorithm 1), bias correction included. */
export function adam(options: AdamOptions = {}): Optimizer {
  const config = object(adamFields())(options, 'adam');
  return {
    config: { kind: 'adam', ...config },
    slots: ['mean', 'square'],
    update: (...given) => adamUpdate(config, 0, ...given),
  };
}

/**
 * Adam with decoupled weight decay (Loshchilov and Hutter 2019, algorithm 2). It decays kernels (variables of rank 2 and more),
 * not biases and gains.
 */
export function adamW(options: AdamWOptions = {}): Optimizer {
  const weightDecayField = optional(number({ min: 0 }), 0.01);
  const { weightDecay, ...config } = object({ ...adamFields(), weightDecay: weightDecayField })(options, 'adamW');
  const update: Optimizer['update'] = (variable, gradient, slots, step) => {
    const decay = variable.rank < 2 ? 0 : step.learningRate * weightDecay;
    return adamUpdate(config, decay, variable, gradient, slots, step);
  };
  return { config: { kind: 'adamW', ...config, weightDecay }, slots: ['mean', 'square'], update };
}

function adamFields() {
  return {
    learningRate: optional(number({ min: 0 }), 1e-3),
    beta1: optional(number({ min: 0, below: 1 }), 0.9), // at 1 the bias corrections would divide by 0
    beta2: optional(number({ min: 0, below: 1 }), 0.999),
    epsilon: optional(number({ min: 0 }), 1e-8),
  };
}

/** The bias corrections go into the step size and epsilon, as the paper's section 2 allows: fewer ops, the same numbers. */
function adamUpdate(
  { beta1, beta2, epsilon }: Required<AdamOptions>,
  decay: number,
  parameter: tf.Tensor,
  gradient: tf.Tensor,
  slots: Slots,
  { learningRate, count }: UpdateStep,
): Update {
  const correction = Math.sqrt(1 - beta2 ** count);
  const rate = (learningRate * correction) / (1 - beta1 ** count);
  const tensors = { parameter, gradient, mean: slots['mean']!, square: slots['square']! };
  const scalars = { rate, meanShare: 1 - beta1, squareShare: 1 - beta2, epsilon: epsilon * correction, decay };
  const [value, mean, square] = runAccelerated('genmodels:AdamStep', tensors, scalars) ?? adamStep(tensors, scalars);
  return { value, slots: { mean, square } };
}

/** The accelerated kernel, made of ops. */
function adamStep(
  { parameter, gradient, mean: oldMean, square: oldSquare }: KernelInputs<'genmodels:AdamStep'>,
  { rate, meanShare, squareShare, epsilon, decay }: KernelAttributes<'genmodels:AdamStep'>,
): KernelOutputs<'genmodels:AdamStep'> {
  const mean = towards(oldMean, gradient, meanShare);
  const square = towards(oldSquare, tf.square(gradient), squareShare);
  const change = tf.div(mean, tf.add(tf.sqrt(square), epsilon));
  const next = tf.sub(parameter, tf.mul(change, rate));
  return [decay === 0 ? next : tf.sub(next, tf.mul(parameter, decay)), mean, square];
}
