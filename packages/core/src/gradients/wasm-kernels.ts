import * as tf from '@tensorflow/tfjs-core';
import { convolveBack } from './convolve.ts';
import { type WindowAttributes, windowGeometry } from './window-geometry.ts';

/**
 * tfjs's wasm backend computes a transposed convolution in a plain loop, which takes longer than the rest of a decoder's step. Ours is
 * a forward convolution, which runs at the speed of XNNPACK. Does nothing where there is no wasm backend, or it is done.
 */
export function replaceWasmKernels(): void {
  const current = tf.getKernel(transposedConvolution, 'wasm');
  if (current === undefined || current === replacement?.ours) return;
  replacement = { ours: { ...current, kernelFunc: (call) => convolveTransposed(call, current) }, stock: current };
  exchange(replacement.ours);
}

/** Puts tfjs's kernel back, unless somebody has put another in the place of ours. */
export function restoreWasmKernels(): void {
  if (replacement !== undefined && tf.getKernel(transposedConvolution, 'wasm') === replacement.ours) exchange(replacement.stock);
  replacement = undefined;
}

const transposedConvolution = 'Conv2DBackpropInput';

let replacement: { readonly ours: tf.KernelConfig; readonly stock: tf.KernelConfig } | undefined;

/** Unregistered first: tfjs warns of a kernel that is registered twice. */
function exchange(kernel: tf.KernelConfig): void {
  tf.unregisterKernel(transposedConvolution, 'wasm');
  tf.registerKernel(kernel);
}

type Call = Parameters<tf.KernelConfig['kernelFunc']>[0];

/** The kernel of tfjs keeps what ours does not know: images with their channels first. */
function convolveTransposed(call: Call, stock: tf.KernelConfig): tf.TensorInfo | tf.TensorInfo[] {
  const { dy, filter } = call.inputs as { dy: tf.Tensor; filter: tf.Tensor };
  const { inputShape, dataFormat, ...attributes } = call.attrs as unknown as tf.Conv2DBackpropInputAttrs;
  if (dataFormat === 'NCHW') return stock.kernelFunc(call);
  const input = inputShape.slice(1, -1);
  const geometry = windowGeometry(attributes as WindowAttributes, input, filter.shape.slice(0, 2), dy.shape.slice(1, -1));
  return tf.tidy(() => convolveBack(dy, filter, input, geometry));
}
