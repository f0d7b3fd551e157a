import * as tf from '@tensorflow/tfjs-core';
import { product, resized } from './sizes.ts';

/** Which elements of an axis: start, start + step, ... */
export interface Stride {
  readonly axis: number;
  readonly start: number;
  readonly step: number;
}

/** Takes `count` elements of an axis. Made of plain slices, since tfjs's StridedSlice is slow. */
export function take(x: tf.Tensor, { axis, start, step }: Stride, count: number): tf.Tensor {
  const [before, size, after] = around(x.shape, axis);
  const end = start + count * step; // behind the last gap, which may lie beyond the tensor
  const whole = pad(tf.reshape(x, [before, size, after]), 0, Math.max(0, end - size));
  const run = tf.slice(whole, [0, start, 0], [before, count * step, after]);
  const taken = step === 1 ? run : tf.slice(tf.reshape(run, [before * count, step, after]), [0, 0, 0], [-1, 1, -1]);
  return tf.reshape(taken, resized(x.shape, axis, count));
}

/** Puts elements back to where `take` found them, among zeros: its adjoint. `size` is the length of the axis. */
export function spread(y: tf.Tensor, { axis, start, step }: Stride, size: number): tf.Tensor {
  const [before, count, after] = around(y.shape, axis);
  const gaps = pad(tf.reshape(y, [before * count, 1, after]), 0, step - 1);
  const run = tf.reshape(gaps, [before, count * step, after]);
  const placed = pad(run, start, Math.max(0, size - start - count * step));
  return tf.reshape(tf.slice(placed, [0, 0, 0], [-1, size, -1]), resized(y.shape, axis, size));
}

/** Pads the second of three axes. */
function pad(x: tf.Tensor, before: number, after: number): tf.Tensor {
  const none: [number, number] = [0, 0];
  return before + after === 0 ? x : tf.pad(x, [none, [before, after], none]);
}

function around(shape: readonly number[], axis: number): [before: number, size: number, after: number] {
  return [product(shape.slice(0, axis)), shape[axis]!, product(shape.slice(axis + 1))];
}
