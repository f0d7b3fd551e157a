import * as tf from '@tensorflow/tfjs-core';

export function onWasm(): boolean {
  return tf.getBackend() === 'wasm';
}

/**
 * Whether the gradients of a convolution are best computed by the backend's own kernels. tfjs's wasm backend lacks some of
 * them, and those of its plain cpu backend are forty times slower than its forward convolution.
 */
export function hasFastConvolutionGradients(): boolean {
  return tf.getBackend() !== 'wasm' && tf.getBackend() !== 'cpu';
}

/** tfjs-node (TensorFlow's C library): its kernels follow TensorFlow where the others follow tfjs. */
export function onTensorFlow(): boolean {
  return tf.getBackend() === 'tensorflow';
}
