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

/**
 * Whether a backward kernel of average pooling is the gradient of its forward kernel along a padded border, as in TensorFlow and on our
 * simd backend, unless that runs the kernels of the cpu backend.
 */
export function averagesInside(kernel: 'AvgPoolGrad' | 'AvgPool3DGrad'): boolean {
  const [simd, cpu] = ['simd', 'cpu'].map((backend) => tf.getKernel(kernel, backend)?.kernelFunc);
  return onTensorFlow() || (tf.getBackend() === 'simd' && simd !== cpu);
}
