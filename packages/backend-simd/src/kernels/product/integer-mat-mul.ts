import { broadcast_util, type TensorInfo } from '@tensorflow/tfjs-core';
import type { SimdBackend } from '../../backend.ts';
import { integersOf } from '../values.ts';
import { batchRuns } from './batches.ts';
import { type Operands, productSizes, type Transposes } from './operands.ts';

/** A matrix among integers. */
interface IntegerMatrix {
  readonly values: Int32Array;
  readonly first: number;
  readonly rowStride: number;
  readonly columnStride: number;
}

export function areIntegers({ a, b }: Operands): boolean {
  return a.dtype === 'int32' && b.dtype === 'int32';
}

/** a x b modulo 2^32. Rare, so it is plain. Stock cpu takes wrong matrices where both operands broadcast. */
export function integerMatMul(backend: SimdBackend, { a, b }: Operands, { transposeA, transposeB }: Transposes): TensorInfo {
  const { rows, depth, columns } = productSizes({ a, b }, { transposeA, transposeB });
  const [batchOfA, batchOfB] = [a.shape.slice(0, -2), b.shape.slice(0, -2)];
  const batch = broadcast_util.assertAndGetBroadcastShape(batchOfA, batchOfB);
  const out = backend.empty([...batch, rows, columns], 'int32');
  for (const run of batchRuns(batch, batchOfA, batchOfB)) {
    for (let i = 0; i < run.count; i++) {
      const left = matrix(integersOf(backend, a), run.a + i * run.aStride, rows, depth, transposeA);
      const right = matrix(integersOf(backend, b), run.b + i * run.bStride, depth, columns, transposeB);
      const first = (run.out + i) * rows * columns;
      multiplyIntegers(left, right, depth, columns, integersOf(backend, out).subarray(first, first + rows * columns));
    }
  }
  return out;
}

function matrix(values: Int32Array, number: number, rows: number, columns: number, transposed: boolean): IntegerMatrix {
  const first = number * rows * columns;
  return transposed
    ? { values, first, rowStride: 1, columnStride: rows }
    : { values, first, rowStride: columns, columnStride: 1 };
}

function multiplyIntegers(a: IntegerMatrix, b: IntegerMatrix, depth: number, columns: number, out: Int32Array): void {
  for (let place = 0; place < out.length; place++) {
    const row = a.first + Math.floor(place / columns) * a.rowStride;
    const column = b.first + (place % columns) * b.columnStride;
    let sum = 0;
    for (let k = 0; k < depth; k++)
      sum = (sum + Math.imul(a.values[row + k * a.columnStride]!, b.values[column + k * b.rowStride]!)) | 0;
    out[place] = sum;
  }
}
