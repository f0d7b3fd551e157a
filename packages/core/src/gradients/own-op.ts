import * as tf from '@tensorflow/tfjs-core';

/**
 * An op with a gradient of its own for each input: what tfjs's `customGrad` is for, with the saving done right. Inputs are saved;
 * of a saved output, tfjs would silently drop the terms of second derivatives. `backward` is made of differentiable ops.
 */
export function ownOp<const Inputs extends readonly tf.Tensor[]>(
  inputs: Inputs,
  forward: () => tf.Tensor,
  backward: (dy: tf.Tensor, saved: { [K in keyof Inputs]: tf.Tensor }) => { [K in keyof Inputs]: tf.Tensor },
): tf.Tensor {
  const op = tf.engine().customGrad((...args) => {
    (args.at(-1) as tf.GradSaveFunc)([...inputs]);
    return { value: forward(), gradFunc: (dy: tf.Tensor, saved: tf.Tensor[]) => [...backward(dy, saved as never)] };
  });
  return op(...inputs);
}
