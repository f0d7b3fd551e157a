import * as tf from '@tensorflow/tfjs-core';
import type { EncodedProgram } from './autoregressive/encode/encoded-program.ts';
import type { PixelSteps } from './autoregressive/pixel-steps.ts';

/**
 * Kernels beyond those of tfjs that a backend may offer, as `@genmodels/backend-simd` does: what each takes and gives. The tensors of a call
 * are float32 and, where nothing else is said, of one shape; all outputs come as a list; the numbers are those that the same computation made of ops would give.
 */
export interface AcceleratedKernels {
  /** One step of Adam (Kingma and Ba 2015). */
  'genmodels:AdamStep': {
    inputs: { parameter: tf.Tensor; gradient: tf.Tensor; mean: tf.Tensor; square: tf.Tensor };
    attributes: {
      /** Step size, the bias corrections included. */
      rate: number;
      /** 1 - beta1: how far the mean goes to the gradient. */
      meanShare: number;
      /** 1 - beta2: how far the mean square goes to the gradient's square. */
      squareShare: number;
      /** Added to the root of the mean square. */
      epsilon: number;
      /** Share of the parameter that goes (Loshchilov and Hutter 2019); 0 in plain Adam. */
      decay: number;
    };
    outputs: [parameter: tf.Tensor, mean: tf.Tensor, square: tf.Tensor];
  };
  /** One step of RMSProp. */
  'genmodels:RmsPropStep': {
    inputs: { parameter: tf.Tensor; gradient: tf.Tensor; square: tf.Tensor };
    attributes: { rate: number; squareShare: number; epsilon: number };
    outputs: [parameter: tf.Tensor, square: tf.Tensor];
  };
  /** average + share (value - average). */
  'genmodels:AverageStep': {
    inputs: { average: tf.Tensor; value: tf.Tensor };
    attributes: { share: number };
    outputs: [average: tf.Tensor];
  };
  /** dy where x is above zero, and 0 elsewhere: the gradient of relu. */
  'genmodels:StepProduct': { inputs: { dy: tf.Tensor; x: tf.Tensor }; attributes: object; outputs: [dx: tf.Tensor] };
  /** x kernel + bias [columns], and relu of it where asked for; x and kernel are matrices. */
  'genmodels:Dense': {
    inputs: { x: tf.Tensor; kernel: tf.Tensor; bias: tf.Tensor };
    attributes: LinearAttributes;
    outputs: [y: tf.Tensor];
  };
  /** The convolution of x [batch, height, width, inputs] with a kernel, plus bias [filters], and relu of it where asked for. */
  'genmodels:Conv2d': {
    inputs: { x: tf.Tensor; kernel: tf.Tensor; bias: tf.Tensor };
    attributes: LinearAttributes & ConvolutionPlan;
    outputs: [y: tf.Tensor];
  };
  /** What `Rng.fillNormal` draws from an even position of the stream, to the bit. */
  'genmodels:Normals': {
    inputs: object;
    attributes: {
      shape: readonly number[];
      /** The two words of the stream's key. */
      key: readonly [number, number];
      /** Words drawn before. */
      position: number;
    };
    outputs: [normals: tf.Tensor];
  };
}

/** What follows the sums of a layer. */
export interface LinearAttributes {
  /** Whether relu follows. */
  readonly relu: boolean;
}

/** A convolution as tfjs describes it. */
interface ConvolutionPlan {
  readonly strides: readonly [number, number];
  readonly pad: 'same' | 'valid' | readonly (readonly [number, number])[];
  readonly dilations: readonly [number, number];
  readonly dataFormat: 'NHWC';
}

/**
 * Kernels that keep memory from call to call: each makes something that does the work and is disposed by its owner. They take no tensors and give
 * none, so that no tensor is ever changed in place.
 */
export interface AcceleratedMakers {
  /** Runs the instructions of an autoregressive network for `count` images, with the bits that `HostSteps` gives. All numbers are 0 at first. */
  'genmodels:PixelSteps': { attributes: EncodedProgram & { readonly count: number }; made: PixelSteps };
}

export type KernelInputs<Name extends keyof AcceleratedKernels> = AcceleratedKernels[Name]['inputs'];
export type KernelAttributes<Name extends keyof AcceleratedKernels> = AcceleratedKernels[Name]['attributes'];
export type KernelOutputs<Name extends keyof AcceleratedKernels> = AcceleratedKernels[Name]['outputs'];

/** Runs a kernel if the current backend has it; `undefined` means that the caller must compose the same of ops. */
export function runAccelerated<Name extends keyof AcceleratedKernels>(
  name: Name,
  inputs: KernelInputs<Name>,
  attributes: KernelAttributes<Name>,
): KernelOutputs<Name> | undefined {
  if (!tf.getKernel(name, tf.getBackend())) return;
  const outputs: unknown = tf.engine().runKernel(name, inputs as tf.NamedTensorMap, attributes as unknown as tf.NamedAttrMap);
  return outputs as KernelOutputs<Name>;
}

/** Makes what a kernel of the current backend offers, from attributes that are worked out only then; `undefined` where it has no such kernel. */
export function openAccelerated<Name extends keyof AcceleratedMakers>(
  name: Name,
  attributes: () => AcceleratedMakers[Name]['attributes'],
): AcceleratedMakers[Name]['made'] | undefined {
  const kernel = tf.getKernel(name, tf.getBackend());
  if (!kernel) return;
  const attrs = attributes() as unknown as tf.NamedAttrMap;
  const made: unknown = kernel.kernelFunc({ inputs: {}, attrs, backend: tf.backend() });
  return made as AcceleratedMakers[Name]['made'];
}
