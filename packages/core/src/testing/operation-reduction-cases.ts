import * as tf from '@tensorflow/tfjs-core';
import { cumsum } from '../ops/cumsum.ts';
import { logSoftmax } from '../ops/log-softmax.ts';
import { logSumExp } from '../ops/log-sum-exp.ts';
import { binary, type OperationCase, unary } from './operation-case.ts';

export function reductionCases(): OperationCase[] {
  const functions: Record<string, (x: tf.Tensor, axis?: number[], keep?: boolean) => tf.Tensor> = {
    sum: tf.sum,
    mean: tf.mean,
    max: tf.max,
    min: tf.min,
    prod: tf.prod,
    any: (x, axis, keep) => tf.any(tf.cast(tf.greater(x, 0.96), 'bool'), axis, keep),
    all: (x, axis, keep) => tf.all(tf.cast(tf.greater(x, -0.96), 'bool'), axis, keep),
  };
  const reductions: { axis?: number[]; keep?: boolean }[] = [
    {},
    { axis: [0] },
    { axis: [1], keep: true },
    { axis: [-1] },
    { axis: [0, 2], keep: true },
  ];
  return [
    ...Object.entries(functions).flatMap(([name, run]) =>
      reductions.map(({ axis, keep = false }) =>
        unary(`${name} over ${axis ?? 'all'}${keep ? ', kept' : ''}`, [2, 3, 4], (x) => run(x, axis, keep)),
      ),
    ),
    unary('sum over the leading axes of images', [2, 3, 4, 2], (x) => tf.mul(x, tf.mul(tf.sum(x, [0, 1, 2]), 0.1))),
    binary('bias of images', [2, 3, 4, 3], [3], (x, bias) => tf.sigmoid(tf.add(x, bias))),
    unary('argMax', [3, 4], (x) => tf.argMax(x, 1)),
    unary('argMin', [3, 4], (x) => tf.argMin(x, 0)),
    unary('prod with zeros', [3, 3], (x) => tf.prod(tf.mul(x, tf.tensor([1, 0, 1, 1, 1, 1, 0, 1, 0], [3, 3])), 1)),
    unary('norm', [3, 4], (x) => tf.norm(x)),
    unary('moments', [3, 4], (x) => tf.moments(x, [0]).variance),
    unary('softmax', [3, 4], (x) => tf.softmax(x)),
    unary('stock logSumExp', [3, 4], (x) => tf.logSumExp(x, 1)),
    unary('logSumExp', [3, 4], (x) => logSumExp(tf.mul(x, 3))),
    unary('logSumExp over 0', [3, 4], (x) => logSumExp(x, 0)),
    unary('logSoftmax', [3, 4], (x) => logSoftmax(x)),
    unary('logSoftmax over 0', [3, 4], (x) => logSoftmax(x, 0)),
    unary('cumsum off the last axis', [3, 3, 2], (x) => tf.cumsum(x, 0)),
    unary('cumsum exclusive reverse', [3, 4], (x) => tf.cumsum(x, 1, true, true)),
    unary('cumsum of axis -2', [3, 4], (x) => cumsum(x, -2)),
    unary('cumprod', [2, 4], (x) => tf.cumprod(x, 1)),
    unary('cumprod with zeros', [2, 3], (x) => tf.cumprod(tf.mul(x, tf.tensor([1, 0, 1, 0, 1, 0], [2, 3])), 1)),
    unary('cumprod exclusive reverse of axis 0', [3, 2], (x) => tf.cumprod(x, 0, true, true)),
  ];
}

export function matMulCases(): OperationCase[] {
  const transposes = [false, true].flatMap((a) => [false, true].map((b) => [a, b] as const));
  const flat = transposes.map(([a, b]) => product(a ? [3, 2] : [2, 3], b ? [4, 3] : [3, 4], a, b));
  const batched = transposes.map(([a, b]) => product(a ? [2, 3, 2] : [2, 2, 3], b ? [2, 4, 3] : [2, 3, 4], a, b));
  return [
    ...flat,
    ...batched,
    product([2, 2, 3], [3, 2], false, false),
    product([2, 2, 3], [2, 3], false, true),
    product([2, 3, 2], [3, 2], true, false),
    product([2, 2, 2, 3], [1, 2, 3, 2], false, false),
    product([2, 3], [2, 3, 2], false, false),
    binary('dot', [4], [4], tf.dot),
    ...['ij,jk->ik', 'ij,jk->ki', 'ij,jk->ijk', 'ij,ji->', 'ij,ji->i', 'ij,ji->ij'].map(einsumOfTwo),
    ...['ij->i', 'ij->ji', 'ij->'].map(einsumOfOne),
  ];
}

function einsumOfOne(equation: string): OperationCase {
  return { ...unary(`einsum ${equation}`, [2, 3], (x) => tf.einsum(equation, x)), needs: ['Einsum'] };
}

function einsumOfTwo(equation: string): OperationCase {
  return { ...binary(`einsum ${equation}`, [2, 3], [3, 2], (a, b) => tf.einsum(equation, a, b)), needs: ['Einsum'] };
}

function product(a: number[], b: number[], transposeA: boolean, transposeB: boolean): OperationCase {
  const mark = (shape: number[], transposed: boolean) => `[${shape}]${transposed ? '^T' : ''}`;
  const name = `matMul ${mark(a, transposeA)} ${mark(b, transposeB)}`;
  return binary(name, a, b, (x, y) => tf.matMul(x, y, transposeA, transposeB));
}
