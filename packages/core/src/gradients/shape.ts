import * as tf from '@tensorflow/tfjs-core';
import { transpose } from '../ops/transpose.ts';
import { type GradientTable, gradient, listGradient } from './gradient-table.ts';
import { inverse, product } from './sizes.ts';

/** Kernels that move, repeat or relabel elements. `tf.reshape` gives a new tensor on the same data, at no cost. */
export function shapeGradients(): GradientTable {
  return {
    AddN: listGradient((dy, inputs) => inputs.map(() => () => tf.reshape(dy, dy.shape))),
    Cast: gradient([], (dy, _, { dtype }: tf.CastAttrs) => ({
      x: () => (dtype === 'float32' ? tf.reshape(dy, dy.shape) : tf.fill(dy.shape, 0)), // rounding: flat almost everywhere
    })),
    Concat: listGradient((dy, inputs, { axis }: tf.ConcatAttrs) => {
      const sizes = inputs.map((x) => x.shape.at(axis)!);
      return tf.split(dy, sizes, axis).map((part) => () => part);
    }),
    ExpandDims: gradient(['input'], (dy, [input]) => ({ input: () => tf.reshape(dy, input.shape) })),
    Identity: gradient([], (dy) => ({ x: () => tf.reshape(dy, dy.shape) })),
    Pack: listGradient((dy, _, { axis }: tf.PackAttrs) => tf.unstack(dy, axis).map((part) => () => part)),
    PadV2: gradient(['x'], (dy, [x], { paddings }: tf.PadV2Attrs) => ({ x: () => tf.slice(dy, paddings.map(first), x.shape) })),
    Reshape: gradient(['x'], (dy, [x]) => ({ x: () => tf.reshape(dy, x.shape) })),
    Reverse: gradient([], (dy, _, { dims }: tf.ReverseAttrs) => ({ x: () => tf.reverse(dy, dims) })),
    Slice: gradient(['x'], (dy, [x], { begin }: tf.SliceAttrs) => ({ x: () => tf.pad(dy, margins(x.shape, dy.shape, begin)) })),
    SplitV: gradient([], (dy, _, { axis }: tf.SplitVAttrs) => ({ x: () => tf.concat([dy].flat(), axis) })),
    Tile: gradient(['x'], (dy, [x], { reps }: tf.TileAttrs) => ({ x: () => sumOfTiles(dy, x.shape, reps) })),
    Transpose: gradient([], (dy, _, { perm }: tf.TransposeAttrs) => ({ x: () => transpose(dy, inverse(perm)) })),
    Unpack: gradient([], (dy, _, { axis }: tf.UnpackAttrs) => ({ value: () => tf.stack([dy].flat(), axis) })),
  };
}

/** How much of each axis lies before and after a slice of it. */
function margins(shape: readonly number[], taken: readonly number[], begin: number | number[]): [number, number][] {
  const starts = [begin].flat();
  return shape.map((size, i) => [starts[i] ?? 0, size - (starts[i] ?? 0) - taken[i]!]);
}

function first([before]: readonly [number, number]): number {
  return before;
}

/** One axis at a time, so that the rank stays 3 whatever is tiled. */
function sumOfTiles(dy: tf.Tensor, shape: readonly number[], reps: readonly number[]): tf.Tensor {
  const result = reps.reduce((sum, count, axis) => {
    if (count === 1) return sum;
    return tf.sum(tf.reshape(sum, [product(shape.slice(0, axis)), count, -1]), 1);
  }, dy);
  return tf.reshape(result, [...shape]);
}
