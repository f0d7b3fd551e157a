import * as tf from '@tensorflow/tfjs-core';
import { runKernel } from '../ops/run-kernel.ts';
import { onWasm } from './backend-traits.ts';

/** Sums `x` over the axes along which a tensor of this shape was repeated: the adjoint of broadcasting. */
export function unbroadcast(x: tf.Tensor, shape: readonly number[]): tf.Tensor {
  const added = x.rank - shape.length;
  const axes = x.shape.flatMap((size, axis) => (axis < added || (shape[axis - added] === 1 && size !== 1) ? [axis] : []));
  return tf.reshape(axes.length > 0 ? sumOver(x, axes) : x, [...shape]);
}

/** Repeats `x` to this shape. Adding it to zeros is far cheaper than the Tile kernel behind `tf.broadcastTo`. */
export function broadcast(x: tf.Tensor, shape: readonly number[]): tf.Tensor {
  return tf.add(tf.fill([...shape], 0), x);
}

/**
 * wasm sums the leading axes of images, as the gradient of a bias does, through a transpose. There, average pooling of each
 * image first is eight times faster, and adds in two levels, which rounds less.
 */
function sumOver(x: tf.Tensor, axes: number[]): tf.Tensor {
  const [count, height, width] = x.shape;
  if (!onWasm() || axes.join() !== '0,1,2' || x.rank !== 4) return tf.sum(x, axes);
  const means = runKernel('AvgPool', { x }, { filterSize: [height!, width!], strides: 1, pad: 'valid' });
  return tf.mul(tf.sum(tf.reshape(means, [count!, -1]), 0), height! * width!);
}
