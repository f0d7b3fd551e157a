import * as tf from '@tensorflow/tfjs-core';

/** Runs a kernel with one output by its name: one that no op of tfjs exposes, or whose op would bring others into a bundle. */
export function runKernel(name: string, inputs: tf.NamedTensorMap, attributes: object): tf.Tensor {
  return tf.engine().runKernel(name, inputs, attributes as tf.NamedAttrMap);
}
