import * as tf from '@tensorflow/tfjs-core';
import { binary, type OperationCase, unary } from './operation-case.ts';

export function shapeCases(): OperationCase[] {
  return [
    unary('reshape', [2, 6], (x) => tf.reshape(x, [3, 4])),
    unary('expandDims', [2, 3], (x) => tf.expandDims(x, 1)),
    unary('transpose', [2, 3, 4], (x) => tf.transpose(x, [2, 0, 1])),
    unary('slice', [3, 4], (x) => tf.slice(x, [1, 1], [2, 2])),
    unary('slice of rows', [3, 4], (x) => tf.slice(x, 1)),
    unary('pad', [2, 3], (x) => tf.pad(x, [sides(1, 0), sides(0, 2)], 0.3)),
    unary('mirrorPad reflect', [3, 4], (x) => tf.mirrorPad(x, [sides(2, 1), sides(0, 3)], 'reflect')),
    unary('mirrorPad symmetric', [3, 4], (x) => tf.mirrorPad(x, [sides(2, 1), sides(0, 3)], 'symmetric')),
    unary('tile', [2, 3], (x) => tf.tile(x, [2, 3])),
    unary('tile of rank 5', [2, 1, 2, 1, 2], (x) => tf.tile(x, [1, 2, 1, 1, 2])),
    unary('broadcastTo', [3, 1], (x) => tf.broadcastTo(x, [2, 3, 2])),
    unary('reverse', [2, 3, 2], (x) => tf.reverse(x, [0, 2])),
    unary('flipLeftRight', [1, 2, 3, 2], (x) => tf.image.flipLeftRight(x as tf.Tensor4D)),
    binary('concat', [2, 1, 2], [2, 2, 2], (a, b) => tf.concat([a, b, a], 1)),
    binary('concat along -1', [2, 1], [2, 2], (a, b) => tf.concat([a, b], -1)),
    binary('stack', [2, 3], [2, 3], (a, b) => tf.stack([a, b], 1)),
    binary('addN', [2, 3], [2, 3], (a, b) => tf.addN([a, b, a])),
    unary('split', [2, 6], (x) => gated(tf.split(x, 2, 1))),
    unary('split in one', [2, 3], (x) => tf.split(x, 1, 1)[0]!),
    unary('split, parts unused', [2, 5], (x) => tf.split(x, [2, 2, 1], 1)[1]!),
    unary('unstack', [2, 3], (x) => gated(tf.unstack(x, 0))),
    unary('unstack in one', [1, 3], (x) => tf.unstack(x, 0)[0]!),
    unary('depthToSpace', [1, 2, 2, 8], (x) => tf.depthToSpace(x as tf.Tensor4D, 2)),
    unary('spaceToBatchND', [1, 4, 3, 2], (x) => tf.spaceToBatchND(x, [2, 2], [sides(0, 0), sides(1, 0)])),
    unary('batchToSpaceND', [4, 2, 2, 1], (x) => tf.batchToSpaceND(x, [2, 2], [sides(0, 0), sides(1, 0)])),
    unary('stridedSlice', [5, 4], (x) => tf.stridedSlice(x, [0, 3], [5, 0], [2, -1])),
    {
      ...unary('stridedSlice with masks', [3, 4], (x) => tf.stridedSlice(x, [1, 0], [3, 3], [1, 2], 2, 1, 0, 0, 1)),
      wrongOn: ['cpu', 'wasm', 'webgl', 'webgpu'], // their kernel counts axes without the one that the mask takes away
    },
    unary('diag', [4], (x) => tf.diag(x)),
  ];
}

export function indexingCases(): OperationCase[] {
  const pairs = () => indices([3, 2], 0, 1, 2, 0, 0, 1); // [0, 1] twice
  return [
    unary('gather', [4, 3], (x) => tf.gather(x, indices([3], 0, 3, 3))),
    unary('gather along 1', [2, 4, 2], (x) => tf.gather(x, indices([2, 2], 0, 3, 3, 1), 1)),
    { ...unary('gather in batches', [2, 3, 2], (x) => tf.gather(x, indices([2, 2], 0, 2, 2, 1), 1, 1)), wrongOn: ['wasm'] },
    unary('gatherND', [3, 2, 2], (x) => tf.gatherND(x, pairs())),
    unary('scatterND', [3, 2], (x) => tf.scatterND(pairs(), x, [3, 2, 2])),
    // tfjs's cpu kernel writes into its first input, so this one is a fresh tensor.
    binary('tensorScatterUpdate', [3, 2], [2, 2], (x, y) => tf.tensorScatterUpdate(tf.mul(x, 2), indices([2, 1], 2, 0), y)),
    {
      ...unary('unsortedSegmentSum', [4, 2], (x) => tf.unsortedSegmentSum(x, indices([4], 0, 2, -1, 2) as tf.Tensor1D, 3)),
      needs: ['UnsortedSegmentSum'],
    },
    unary('topk', [2, 5], (x) => tf.topk(x, 3).values),
    unary('oneHot', [4], (x) => tf.oneHot(tf.cast(tf.add(x, 1), 'int32'), 3)),
    unary('bincount', [4], (x) => tf.bincount(indices([4], 0, 2, 2, 1) as tf.Tensor1D, x as tf.Tensor1D, 3)),
    unary('denseBincount', [2, 3], (x) =>
      tf.denseBincount(indices([2, 3], 0, 2, 2, 1, 1, 0) as tf.Tensor2D, x as tf.Tensor2D, 3),
    ),
  ];
}

function indices(shape: number[], ...values: number[]): tf.Tensor {
  return tf.tensor(values, shape, 'int32');
}

/** a * sigmoid(b). */
function gated([a, b]: readonly tf.Tensor[]): tf.Tensor {
  return tf.mul(a!, tf.sigmoid(b!));
}

function sides(before: number, after: number): [number, number] {
  return [before, after];
}
