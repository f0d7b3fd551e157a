import * as tf from '@tensorflow/tfjs-core';

/**
 * Runs a kernel with one output by its name: one that no op of tfjs exposes, or whose op is mostly checks of arguments and other
 * cases, which weigh in a bundle, for a caller that passes only tensors that it made. The gradient is the same as the op's.
 */
export function runKernel<T extends tf.Tensor>(
  name: string,
  inputs: tf.NamedTensorMap | readonly tf.Tensor[],
  attributes: object = {},
): T {
  return tf.engine().runKernel<T>(name, inputs as tf.NamedTensorMap, attributes as tf.NamedAttrMap);
}
