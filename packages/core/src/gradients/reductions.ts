import * as tf from '@tensorflow/tfjs-core';
import { broadcast } from './broadcast.ts';
import { constantGradients } from './constant.ts';
import { type GradientTable, gradient } from './gradient-table.ts';
import { inverse, product } from './sizes.ts';

/** Kernels that reduce axes, or run along one. */
export function reductionGradients(): GradientTable {
  return {
    Sum: gradient(['x'], (dy, [x], { axis }: tf.SumAttrs) => ({
      x: () => broadcast(tf.reshape(dy, keptShape(x, axis)), x.shape),
    })),
    Mean: gradient(['x'], (dy, [x], { axis }: tf.MeanAttrs) => ({
      x: () => broadcast(tf.div(tf.reshape(dy, keptShape(x, axis)), x.size / dy.size), x.shape),
    })),
    Max: gradient(['x'], (dy, [x], { reductionIndices }: tf.MaxAttrs) => ({
      x: () => toExtremes(dy, x, tf.max(x, axesOf(x, reductionIndices), true)),
    })),
    Min: gradient(['x'], (dy, [x], { axis }: tf.MinAttrs) => ({
      x: () => toExtremes(dy, x, tf.min(x, axesOf(x, axis), true)),
    })),
    Softmax: gradient(['logits'], (dy, [logits], { dim }: tf.SoftmaxAttrs) => ({
      logits: () => {
        const y = tf.softmax(logits, dim);
        return tf.mul(tf.sub(dy, tf.sum(tf.mul(dy, y), dim, true)), y);
      },
    })),
    Cumsum: gradient([], (dy, _, { axis, exclusive, reverse }: tf.CumsumAttrs) => ({
      x: () => tf.cumsum(dy, positive(axis, dy.rank), exclusive, !reverse),
    })),
    ...constantGradients(['x'], ['All', 'Any', 'ArgMax', 'ArgMin']),
  };
}

export function productGradients(): GradientTable {
  return {
    Prod: gradient(['x'], (dy, [x], { axis }: tf.ProdAttrs) => ({
      x: () =>
        alongLast(x, axesOf(x, axis), (rows) => {
          const others = tf.mul(tf.cumprod(rows, 1, true), tf.cumprod(rows, 1, true, true)); // right where an element is 0, too
          return tf.mul(others, tf.reshape(dy, [-1, 1]));
        }),
    })),
    Cumprod: gradient(['x'], (dy, [x], { axis, exclusive, reverse }: tf.CumprodAttrs) => ({
      x: () =>
        alongLast(x, [positive(axis, x.rank)], (rows, toRows) => {
          const turn = (y: tf.Tensor) => (reverse ? tf.reverse(y, 1) : y);
          return turn(cumprodBack(turn(toRows(dy)), turn(rows), exclusive));
        }),
    })),
  };
}

/** Runs `f` on x as [rows, n], where n runs over the given axes, and brings its result back to the shape of x. */
function alongLast(
  x: tf.Tensor,
  axes: number[],
  f: (rows: tf.Tensor, toRows: (y: tf.Tensor) => tf.Tensor) => tf.Tensor,
): tf.Tensor {
  const order = [...x.shape.map((_, i) => i).filter((i) => !axes.includes(i)), ...axes];
  const shape = order.map((axis) => x.shape[axis]!);
  const length = product(axes.map((axis) => x.shape[axis]!));
  const toRows = (y: tf.Tensor): tf.Tensor => tf.reshape(tf.transpose(y, order), [-1, length]);
  return tf.transpose(tf.reshape(f(toRows(x), toRows), shape), inverse(order));
}

/** dx[i] = sum over k >= i of dy[k] * (product of the x[j] with j <= k, j != i). No division by x, but n * n numbers a row. */
function cumprodBack(dy: tf.Tensor, x: tf.Tensor, exclusive: boolean): tf.Tensor {
  const [rows, length] = x.shape as [number, number];
  const ends = exclusive ? tf.concat([tf.slice(dy, [0, 1]), tf.fill([rows, 1], 0)], 1) : dy;
  const after = upperTriangle(length);
  const factors = tf.add(tf.mul(tf.reshape(x, [rows, 1, length]), after), tf.sub(1, after));
  const between = tf.mul(tf.cumprod(factors, 2), tf.add(after, tf.eye(length)));
  return tf.mul(tf.cumprod(x, 1, true), tf.sum(tf.mul(between, tf.reshape(ends, [rows, 1, length])), 2));
}

/** 1 where the column lies behind the row. */
function upperTriangle(length: number): tf.Tensor {
  return tf.cumsum(tf.eye(length), 1, true);
}

/** A maximum that several elements share gives each its part of the gradient. */
function toExtremes(dy: tf.Tensor, x: tf.Tensor, extreme: tf.Tensor): tf.Tensor {
  const hits = tf.cast(tf.equal(x, extreme), 'float32');
  const axes = x.shape.flatMap((size, axis) => (extreme.shape[axis] === size ? [] : [axis]));
  return tf.mul(hits, tf.div(tf.reshape(dy, extreme.shape), tf.sum(hits, axes, true)));
}

/** The shape of a reduction that keeps its axes with size 1. */
function keptShape(x: tf.Tensor, axis: number | number[] | null): number[] {
  const axes = axesOf(x, axis);
  return x.shape.map((size, i) => (axes.includes(i) ? 1 : size));
}

/** No axis means all of them, and negative ones count from the end. */
function axesOf(x: tf.Tensor, axis: number | number[] | null): number[] {
  if (axis === null || axis === undefined) return x.shape.map((_, i) => i);
  return [axis].flat().map((each) => positive(each, x.rank));
}

export function positive(axis: number, rank: number): number {
  return axis < 0 ? axis + rank : axis;
}
