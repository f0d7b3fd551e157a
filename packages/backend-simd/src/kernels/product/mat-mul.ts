import { broadcast_util, type KernelConfig, type TensorInfo } from '@tensorflow/tfjs-core';
import type { SimdBackend } from '../../backend.ts';
import { define } from '../kernel.ts';
import { batchRuns } from './batches.ts';
import { areIntegers, integerMatMul } from './integer-mat-mul.ts';
import { type Finish, type Matrix, multiply } from './multiply.ts';
import { areFloats, type Operands, productSizes, type Transposes } from './operands.ts';

/** tf.matMul: batches of matrices, each operand transposed or not. */
export function batchMatMul(): KernelConfig {
  return define<Operands, Transposes>('BatchMatMul', {
    fits: ({ inputs }) => areFloats(inputs) || areIntegers(inputs),
    run: ({ inputs, attrs, backend }) => (areFloats(inputs) ? matMul : integerMatMul)(backend, inputs, attrs),
  });
}

/** a x b, plus a bias of [columns] where there is one. Batch dimensions broadcast. */
export function matMul(
  backend: SimdBackend,
  { a, b }: Operands,
  { transposeA, transposeB }: Transposes,
  bias?: TensorInfo | null,
  finish: Finish = 'none',
): TensorInfo {
  const { rows, depth, columns } = productSizes({ a, b }, { transposeA, transposeB });
  const [batchOfA, batchOfB] = [a.shape.slice(0, -2), b.shape.slice(0, -2)];
  const batch = broadcast_util.assertAndGetBroadcastShape(batchOfA, batchOfB);
  const out = backend.empty([...batch, rows, columns]);
  const target = backend.addressOf(out);
  const shared = { rows, depth, columns, bias: bias ? backend.addressOf(bias) : 0, finish };
  for (const run of batchRuns(batch, batchOfA, batchOfB)) {
    multiply(backend.machine, {
      ...shared,
      a: matrix(backend.addressOf(a), rows, depth, transposeA, run.a, run.aStride),
      b: matrix(backend.addressOf(b), depth, columns, transposeB, run.b, run.bStride),
      out: target + 4 * run.out * rows * columns,
      batches: run.count,
    });
  }
  return out;
}

/** The matrix with that number in a tensor of matrices, and those after it. */
function matrix(address: number, rows: number, columns: number, transposed: boolean, number: number, stride: 0 | 1): Matrix {
  const size = rows * columns;
  return {
    address: address + 4 * number * size,
    rowStride: transposed ? 1 : columns,
    columnStride: transposed ? rows : 1,
    batchStride: stride * size,
  };
}
