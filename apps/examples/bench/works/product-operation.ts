import * as tf from '@tensorflow/tfjs-core';
import { type Operation, operand } from './operation.ts';
import type { ProductWork } from './work.ts';

export function productOperation({ rows, inner, columns, transposeA, transposeB }: ProductWork): Operation {
  const a = operand<tf.Rank.R2>('a', transposeA ? [inner, rows] : [rows, inner]);
  const b = operand<tf.Rank.R2>('b', transposeB ? [columns, inner] : [inner, columns]);
  return { operands: [a, b], run: () => tf.matMul(a, b, transposeA, transposeB) };
}
