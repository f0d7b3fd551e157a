import * as tf from '@tensorflow/tfjs-core';
import { transpose } from '../ops/transpose.ts';
import { onWasm } from './backend-traits.ts';
import { unbroadcast } from './broadcast.ts';
import { type GradientTable, gradient } from './gradient-table.ts';

/** Matrix products, with batch axes that may broadcast. */
export function matMulGradients(): GradientTable {
  return {
    BatchMatMul: gradient(['a', 'b'], (dy, [a, b], { transposeA, transposeB }: tf.BatchMatMulAttrs) => {
      if (b.rank === 2 && !transposeA) return sharedMatrixGradients(dy, a, b, transposeB);
      return {
        a: () =>
          unbroadcast(transposeA ? matrixProduct(b, dy, transposeB, true) : matrixProduct(dy, b, false, !transposeB), a.shape),
        b: () =>
          unbroadcast(transposeB ? matrixProduct(dy, a, true, transposeA) : matrixProduct(a, dy, !transposeA, false), b.shape),
      };
    }),
  };
}

/** One matrix for all rows of a: two large products instead of one for each entry of the batch. */
function sharedMatrixGradients(dy: tf.Tensor, a: tf.Tensor, b: tf.Tensor, transposeB: boolean) {
  return {
    a: () => tf.reshape(matrixProduct(rows(dy), b, false, !transposeB), a.shape),
    b: () => (transposeB ? matrixProduct(rows(dy), rows(a), true, false) : matrixProduct(rows(a), rows(dy), true, false)),
  };
}

/** [..., n] as [rows, n]. */
function rows(x: tf.Tensor): tf.Tensor {
  return tf.reshape(x, [-1, x.shape[x.rank - 1]!]);
}

/**
 * `tf.matMul` as each backend likes it. On wasm a transposed product of matrices is a scalar loop, ten times slower than a
 * transpose and a plain product. And there the right operand must be a copy: its packed form is cached by its data alone, so the
 * same data under two shapes would give wrong values and overflow the heap.
 */
export function matrixProduct(a: tf.Tensor, b: tf.Tensor, transposeA: boolean, transposeB: boolean): tf.Tensor {
  if (!onWasm() || a.rank !== 2 || b.rank !== 2) return tf.matMul(a, b, transposeA, transposeB);
  return tf.matMul(transposeA ? transpose(a, [1, 0]) : a, transposeB ? transpose(b, [1, 0]) : tf.clone(b));
}
