import * as tf from '@tensorflow/tfjs-core';
import type { GradientTable } from './gradient-table.ts';
import { commonGradients, rareGradients } from './tables.ts';
import { replaceWasmKernels, restoreWasmKernels } from './wasm-kernels.ts';

/**
 * Makes the ops of tfjs differentiable, to any order, with tfjs-core and one backend alone. `fit` calls it at each start: it
 * costs microseconds where nothing has changed, and repairs where something has, as an import of '@tensorflow/tfjs' puts tfjs's
 * own gradients in the place of ours. It acts on the whole process; `unregisterGradients` undoes it. On tfjs's wasm backend it also
 * puts a faster transposed convolution in the place of a plain loop.
 *
 * Covered are the kernels that networks are usually made of; `registerAllGradients` adds the rest. What stays without:
 *
 * - No gradient, as in tfjs itself: complex tensors, as tfjs passes on nothing but float32 (take `fft`, `ifft`, `rfft`, `irfft`),
 *   `image.transform` by its transforms, sparse and ragged tensors, `multinomial`, `unique`.
 * - Wrong at second order whatever is registered, as the op brings a gradient of its own: `tf.logSoftmax` (take `logSoftmax`)
 *   and `tf.losses.softmaxCrossEntropy`. `tf.fused.*` too brings its own, of kernels that wasm lacks: train with the plain ops.
 * - Fails in tfjs before any gradient: `tf.batchNorm` without scale or offset (take `batchNorm`), `tf.cumsum` along an axis
 *   counted from the end (take `cumsum`). Wrong there without an error: `image.transform` of more than one image on cpu, and
 *   with 'reflect' on wasm; `image.cropAndResize` on wasm where a crop is as wide as its box, in pixels.
 */
export function registerGradients(): void {
  if (!('Add' in registrations)) include(commonGradients());
  Object.values(registrations).forEach(enforce);
  replaceWasmKernels();
}

/**
 * The same for every kernel that has a derivative: einsum, products, depthwise and three-dimensional convolution, pooling in
 * three dimensions, batch norm, trigonometric functions, topk, strided slices, crops and transforms of images and more. Once
 * called, `registerGradients` keeps these up as well. About 4 kB in a bundle.
 */
export function registerAllGradients(): void {
  if (!('Einsum' in registrations)) include(rareGradients());
  registerGradients();
}

/** Puts back what stood before ours: tfjs's own gradients, or none. */
export function unregisterGradients(): void {
  for (const { ours, before } of Object.values(registrations)) {
    if (tf.getGradient(ours.kernelName) === ours) restore(ours.kernelName, before);
  }
  registrations = {};
  restoreWasmKernels();
}

interface Registration {
  readonly ours: tf.GradConfig;
  before: tf.GradConfig | undefined;
}

/** By kernel. */
let registrations: Record<string, Registration> = {};

function include(table: GradientTable): void {
  for (const [kernelName, gradient] of Object.entries(table)) {
    registrations[kernelName] = { ours: { kernelName, ...gradient }, before: undefined };
  }
}

function enforce(registration: Registration): void {
  const current = tf.getGradient(registration.ours.kernelName);
  if (current === registration.ours) return;
  registration.before = current;
  tf.registerGradient(registration.ours);
}

function restore(kernelName: string, before: tf.GradConfig | undefined): void {
  if (before === undefined) tf.unregisterGradient(kernelName);
  else tf.registerGradient(before);
}
