import * as tf from '@tensorflow/tfjs-core';
import { runKernel } from '../ops/run-kernel.ts';
import { transpose } from '../ops/transpose.ts';
import { constantGradients, zeros } from './constant.ts';
import { type GradientTable, gradient } from './gradient-table.ts';
import { positive } from './reductions.ts';
import { product } from './sizes.ts';

/** Gathering and scattering: each is the other's adjoint. Indices have zero gradients. */
export function indexingGradients(): GradientTable {
  return {
    GatherV2: gradient(['x', 'indices'], (dy, [x, indices], { axis, batchDims }: tf.GatherV2Attrs) => ({
      x: () => scatterAlong(dy, indices, x.shape, positive(axis, x.rank), batchDims),
      indices: () => zeros(indices),
    })),
    ...constantGradients(['indices'], ['OneHot']),
    ScatterNd: gradient(['indices'], (dy, [indices]) => ({
      indices: () => zeros(indices),
      updates: () => tf.gatherND(dy, indices),
    })),
    GatherNd: gradient(['params', 'indices'], (dy, [params, indices]) => ({
      params: () => scatterNd(indices, dy, params.shape),
      indices: () => zeros(indices),
    })),
  };
}

export function rareIndexingGradients(): GradientTable {
  return {
    TensorScatterUpdate: gradient(['indices', 'updates'], (dy, [indices, updates]) => ({
      tensor: () => tf.mul(dy, tf.sub(1, tf.step(scatterNd(indices, tf.onesLike(updates), dy.shape)))),
      indices: () => zeros(indices),
      updates: () => tf.gatherND(dy, indices),
    })),
    TopK: gradient(['x'], (dys, [x], { k, sorted }: tf.TopKAttrs) => ({
      x: () => {
        const { indices } = tf.topk(x, k, sorted);
        return scatterAlong([dys].flat()[0]!, indices, x.shape, x.rank - 1, x.rank - 1);
      },
    })),
    UnsortedSegmentSum: gradient(['segmentIds'], (dy, [segmentIds]) => ({
      x: () => gatherKnown(dy, segmentIds),
      segmentIds: () => zeros(segmentIds),
    })),
  };
}

/**
 * Adds what was gathered along an axis back to where it came from. Everything is viewed as rows of one table, so that a
 * single ScatterNd does it: [batch, outer, picked, inner] to [batch * size, outer * inner].
 */
export function scatterAlong(
  y: tf.Tensor,
  indices: tf.Tensor,
  shape: readonly number[],
  axis: number,
  batchAxes: number,
): tf.Tensor {
  const batch = product(shape.slice(0, batchAxes));
  const outer = product(shape.slice(batchAxes, axis));
  const size = shape[axis]!;
  const inner = product(shape.slice(axis + 1));
  const picked = indices.size / batch;
  const starts = tf.mul(tf.range(0, batch, 1, 'int32'), tf.scalar(size, 'int32'));
  const places = tf.add(tf.reshape(indices, [batch, picked]), tf.reshape(starts, [batch, 1]));
  const rows = transpose(tf.reshape(y, [batch, outer, picked, inner]), [0, 2, 1, 3]);
  const updates = tf.reshape(rows, [batch * picked, outer * inner]);
  const table = scatterNd(tf.reshape(places, [batch * picked, 1]), updates, [batch * size, outer * inner]);
  return tf.reshape(transpose(tf.reshape(table, [batch, size, outer, inner]), [0, 2, 1, 3]), [...shape]);
}

/** `tf.scatterND` without its checks, which are 0.5 kB in a bundle. */
function scatterNd(indices: tf.Tensor, updates: tf.Tensor, shape: readonly number[]): tf.Tensor {
  return runKernel('ScatterNd', { indices, updates }, { shape });
}

/** Rows of dy by segment; a negative segment was dropped on the way there. */
function gatherKnown(dy: tf.Tensor, segmentIds: tf.Tensor): tf.Tensor {
  const rows = tf.gather(dy, tf.maximum(segmentIds, tf.zerosLike(segmentIds)));
  const known = tf.cast(tf.greaterEqual(segmentIds, 0), 'float32');
  return tf.mul(rows, tf.reshape(known, [...segmentIds.shape, ...rows.shape.slice(segmentIds.rank).map(() => 1)]));
}
