import type * as tf from '@tensorflow/tfjs-core';

/** Gradients by the name of the tfjs kernel that they belong to. */
export type GradientTable = Readonly<Record<string, KernelGradient>>;

/**
 * What tfjs needs to differentiate a kernel. Gradients here save *inputs*: tfjs treats a saved output as a constant, so a
 * second derivative would silently lose terms. And they are made of differentiable ops, so that they have derivatives themselves.
 */
export type KernelGradient = Omit<tf.GradConfig, 'kernelName'>;

/** The gradient of each input, computed only for the inputs that need one. Each must be a new tensor, as tfjs disposes them. */
export type InputGradients = Record<string, () => tf.Tensor>;

/** A gradient from dL/dy, the saved inputs and the attributes of the kernel. */
export function gradient<const Names extends readonly string[], Attributes>(
  saved: Names,
  derive: (dy: tf.Tensor, saved: { [K in keyof Names]: tf.Tensor }, attributes: Attributes) => InputGradients,
): KernelGradient {
  return { inputsToSave: [...saved], gradFunc: derive as unknown as tf.GradFunc };
}

/** The same for a kernel whose inputs are a list (concat, stack, addN): they are called '0', '1', ... */
export function listGradient<Attributes>(
  derive: (dy: tf.Tensor, inputs: readonly tf.Tensor[], attributes: Attributes) => readonly (() => tf.Tensor)[],
): KernelGradient {
  return {
    saveAllInputs: true,
    gradFunc: (dy, inputs, attributes) => Object.fromEntries(derive(dy as tf.Tensor, inputs, attributes as Attributes).entries()),
  };
}
