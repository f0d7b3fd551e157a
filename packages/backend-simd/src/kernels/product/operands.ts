import { type TensorInfo, util } from '@tensorflow/tfjs-core';

export interface Operands {
  readonly a: TensorInfo; // [..., rows, depth], or [..., depth, rows] transposed
  readonly b: TensorInfo; // [..., depth, columns]
}

export interface Transposes {
  readonly transposeA: boolean;
  readonly transposeB: boolean;
}

/** Whether there is something to multiply, and in float32. */
export function areFloats({ a, b }: Operands): boolean {
  return a.dtype === 'float32' && b.dtype === 'float32' && util.sizeFromShape(a.shape) > 0 && util.sizeFromShape(b.shape) > 0;
}

/** Throws where the operands are no matrices, or do not fit. */
export function productSizes(
  { a, b }: Operands,
  { transposeA, transposeB }: Transposes,
): { rows: number; depth: number; columns: number } {
  const [rows, depth] = matrixShape(a, transposeA);
  const [innerOfB, columns] = matrixShape(b, transposeB);
  util.assert(
    a.shape.length > 1 && b.shape.length > 1 && depth === innerOfB,
    () =>
      `matMul: matrices with equal inner sizes are needed, got [${a.shape}] and [${b.shape}], transposed: ${transposeA}, ${transposeB}`,
  );
  return { rows, depth, columns };
}

function matrixShape({ shape }: TensorInfo, transposed: boolean): [rows: number, columns: number] {
  const [rows, columns] = shape.slice(-2) as [number, number];
  return transposed ? [columns, rows] : [rows, columns];
}
