import * as tf from '@tensorflow/tfjs-core';
import { runKernel } from '../ops/run-kernel.ts';
import { positions } from './sizes.ts';
import { spread, take } from './stride.ts';
import type { WindowGeometry } from './window-geometry.ts';

/**
 * A sliding window taken apart: for each cell of the window, what lies under it in all places of the window at once. What a
 * window does is then plain arithmetic on so many tensors, differentiable to any order.
 */
export interface Windows {
  /** [batch, ...input, channels] to one [batch, ...output, channels] a cell; what lies in the padding reads as `outside`. */
  read(x: tf.Tensor, outside: number): tf.Tensor[];
  /** Its adjoint: adds values to where `read` found them, and drops those of the padding. */
  write(cells: readonly tf.Tensor[]): tf.Tensor;
}

export function windows(
  input: readonly number[],
  window: readonly number[],
  output: readonly number[],
  { strides, dilations, before }: WindowGeometry,
): Windows {
  const padded = input.map((size, i) => {
    const reach = (output[i]! - 1) * strides[i]! + (window[i]! - 1) * dilations[i]! + 1;
    return Math.max(reach, before[i]! + size);
  });
  const paddings = input.map((size, i): [number, number] => [before[i]!, padded[i]! - before[i]! - size]);
  const cells = positions(window).map((cell) =>
    cell.map((offset, i) => ({ axis: i + 1, start: offset * dilations[i]!, step: strides[i]! })),
  );
  return {
    read: (x, outside) => {
      const whole = tf.pad(x, [[0, 0], ...paddings, [0, 0]], outside);
      return cells.map((axes) => axes.reduce((part, stride, i) => take(part, stride, output[i]!), whole));
    },
    write: (values) => {
      const parts = values.map((value, cell) =>
        cells[cell]!.reduce((part, stride, i) => spread(part, stride, padded[i]!), value),
      );
      return tf.slice(runKernel('AddN', parts), [0, ...before, 0], [-1, ...input, -1]);
    },
  };
}

/** For each candidate, 1 where it is the first to attain the maximum of them all, and 0 elsewhere. */
export function firstMaxima(candidates: readonly tf.Tensor[], maximum: tf.Tensor): tf.Tensor[] {
  let open: tf.Tensor = tf.fill(maximum.shape, 1);
  return candidates.map((candidate) => {
    const hits = tf.mul(open, tf.cast(tf.equal(candidate, maximum), 'float32'));
    open = tf.sub(open, hits);
    return hits;
  });
}
